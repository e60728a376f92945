import { play } from './scenarios.js';

play('validation');
