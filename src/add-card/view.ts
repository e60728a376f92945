import type { FormMessages } from '../i18n/messages.js';
import type { InstallmentsHandlers } from '../installments/installments-field.js';
import type { Settings } from './settings.js';
import type { State } from './state.js';

/** What the templates need to know, and what they call when the shopper does something. */
export interface View {
  readonly state: State;
  readonly messages: FormMessages;
  readonly settings: Settings;
  /** Frames are there, even if they never reported that they are ready. */
  readonly hasFrames: boolean;
  /** An attempt of this page may have been charged. */
  readonly isInDoubt: boolean;
  readonly on: Handlers;
}

export interface Handlers {
  readonly open: () => void;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly openFrames: () => void;
  readonly installments: InstallmentsHandlers;
  readonly input: (event: Event) => void;
  readonly leave: (event: Event) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly click: (event: Event) => void;
  readonly focusFrame: (event: Event) => void;
  /** Another payment, after one that is made. */
  readonly payAgain: () => void;
}
