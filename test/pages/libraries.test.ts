import { play } from './scenarios.js';

play('libraries');
