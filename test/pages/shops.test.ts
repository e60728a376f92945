import { play } from './scenarios.js';

play('shops');
