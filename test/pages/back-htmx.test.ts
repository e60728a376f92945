import { play } from './scenarios.js';

play('libraries', { alone: 't', only: 'htmx' });
