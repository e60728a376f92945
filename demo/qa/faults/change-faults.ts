import { PATH, refusal, type Recipe } from './recipe.js';

/** Saving a new card. Whatever happens, nothing that was typed is lost and the card is saved once. */
export const saveFaults = {
  'save-card-108': {
    label: 'save: card-108, bank',
    expect: 'endpoint-status, names the bank',
    sandbox: refusal('POST', 'card-108'),
  },
  'save-card-120': {
    label: 'save: card-120, document',
    expect: 'endpoint-status, names the document',
    sandbox: refusal('POST', 'card-120'),
  },
  'save-123': { label: 'save: 123, method missing', expect: 'endpoint-status', sandbox: refusal('POST', '123') },
  'save-124': { label: 'save: 124, bank missing', expect: 'endpoint-status', sandbox: refusal('POST', '124') },
  'save-127': { label: 'save: 127, method unclear', expect: 'endpoint-status', sandbox: refusal('POST', '127') },
  'save-129': { label: 'save: 129, too many cards', expect: 'card-limit', cardLimit: 0 },
  'save-401': { label: 'save: signed out (401)', expect: 'signed-out', shop: '401.POST' },
  'save-409': { label: 'save: saved before (409)', expect: 'card-duplicate', shop: '409.POST' },
  'save-500': {
    label: 'save: error 500',
    expect: 'the next press sends the same token and key',
    sandbox: [{ kind: 'server_error', method: 'POST', path: PATH.customer }],
  },
  'save-html': { label: 'save: answers HTML', expect: 'protocol; then the list is asked', shop: 'html.POST' },
  'save-silent': { label: 'save: no answer', expect: 'endpoint-timeout after 15 s', shop: 'silence.POST' },
  'save-drop': { label: 'save: connection drops', expect: 'endpoint-network', shop: 'drop.POST' },
  'save-lost': { label: 'save: saved, answer lost', expect: 'endpoint-network; saved once', shop: 'drop-answer.POST' },
} as const satisfies Record<string, Recipe>;

export const changeFaults = {
  'remove-500': {
    label: 'remove: error 500',
    expect: 'the row comes back with the reason',
    sandbox: [{ kind: 'server_error', method: 'DELETE', path: PATH.customer }],
  },
  'remove-404': { label: 'remove: 404, still listed', expect: 'the row comes back', shop: '404.DELETE' },
  'remove-401': { label: 'remove: signed out (401)', expect: 'signed-out', shop: '401.DELETE' },
  'remove-drop': { label: 'remove: connection drops', expect: 'endpoint-network', shop: 'drop.DELETE' },
  'default-500': {
    label: 'make default: error 500',
    expect: 'the old default stays, with the reason',
    sandbox: [{ kind: 'server_error', method: 'PUT', path: PATH.customer }],
  },
  'default-401': { label: 'make default: signed out (401)', expect: 'signed-out', shop: '401.PUT' },
  'default-silent': { label: 'make default: no answer', expect: 'endpoint-timeout after 15 s', shop: 'silence.PUT' },
} as const satisfies Record<string, Recipe>;
