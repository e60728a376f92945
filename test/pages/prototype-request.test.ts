import { play } from './scenarios.js';

play('prototypeRequest');
