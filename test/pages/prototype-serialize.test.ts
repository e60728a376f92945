import { play } from './scenarios.js';

play('prototypeSerialize');
