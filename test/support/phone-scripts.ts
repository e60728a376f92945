import '../../src/index.js';
import { installMercadoPago, type StandIn } from '../../src/testing/index.js';

declare global {
  interface Window {
    standIn?: StandIn;
  }
}

window.standIn = installMercadoPago();
