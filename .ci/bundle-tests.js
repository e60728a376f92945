import { bundleTests } from './bundled-tests.js';

await bundleTests();
