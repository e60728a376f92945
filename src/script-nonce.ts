import { configureSdk } from './mercadopago/sdk-options.js';

// A page whose CSP asks for nonces gave this script one; the tag of MercadoPago.js needs it too.
const nonce = document.currentScript?.nonce;
if (nonce) configureSdk({ nonce });
