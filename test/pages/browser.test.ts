import { play } from './scenarios.js';

play('browser');
