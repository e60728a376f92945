import { FieldsPage } from './fields-page.js';
import { type Listeners, OwnListeners, PageListeners } from './listeners.js';
import type { StandInOptions } from './options.js';
import type { TokenRequestMessage } from './protocol.js';
import { Stage } from './stage.js';
import type { CardToken, Field, FieldEvent, FieldEventName, FieldType } from './types.js';

/** A mounted field, as the rest of the SDK uses it. */
export interface MountedField extends Field {
  readonly type: FieldType;
  readonly group: string | undefined;
  readonly frameName: string;
  readonly ready: boolean;
  readonly iframe: HTMLIFrameElement | undefined;
  emit(event: FieldEventName, detail?: Omit<FieldEvent, 'field'>): void;
  requestToken(request: TokenRequestMessage): Promise<CardToken | undefined>;
}

/** What one copy of the SDK keeps for the whole page, whatever the number of `MercadoPago` objects. */
export interface Sdk {
  readonly options: StandInOptions;
  readonly stage: Stage;
  readonly page: FieldsPage;
  readonly listeners: Listeners;
  /** Mounted fields, in the order in which they were mounted. */
  readonly mounted: MountedField[];
  /** The key of the last `MercadoPago` object: builds with page-global state use it for all of them. */
  lastPublicKey: string;
}

export const isLegacy = ({ legacyListeners, oldBuild }: StandInOptions): boolean =>
  Boolean(legacyListeners || oldBuild);

export function createSdk(options: StandInOptions): Sdk {
  const stage = new Stage(options);
  return {
    options,
    stage,
    page: new FieldsPage(options.fieldsPage, stage),
    listeners: isLegacy(options) ? new PageListeners() : new OwnListeners(),
    mounted: [],
    lastPublicKey: '',
  };
}

/** Everything the SDK says on the console begins with its name. */
export const warn = (text: string, ...details: unknown[]): void => console.warn(`MercadoPago.js - ${text}`, ...details);
