import '../../src/index.js';
import type { MpErrorCode } from '../../src/elements.js';
import { installMercadoPago, type StandIn } from '../../src/testing/index.js';
import { failOnDemand } from './fail-on-demand.js';

declare global {
  interface Window {
    standIn?: StandIn;
    failNextToken?: (code: MpErrorCode) => void;
  }
}

window.standIn = installMercadoPago();
window.failNextToken = failOnDemand();
