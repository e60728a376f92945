import { play } from './scenarios.js';

play('jquery');
