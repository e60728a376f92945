import { FieldsPage } from './fields-page.js';
import { type Listeners, OwnListeners, PageListeners } from './listeners.js';
import type { StandInOptions } from './options.js';
import type { TokenRequestMessage } from './protocol.js';
import { TestControls } from './test-controls.js';
import type { CardToken, Field, FieldEvent, FieldEventName, FieldType } from './types.js';

/** A mounted field, as the rest of the SDK uses it. */
export interface SdkField extends Field {
  /** The `fields` of the `MercadoPago` object that created it. */
  readonly owner: object;
  readonly type: FieldType;
  readonly group: string | undefined;
  readonly frameName: string;
  readonly ready: boolean;
  readonly iframe: HTMLIFrameElement | undefined;
  emit(event: FieldEventName, detail?: Omit<FieldEvent, 'field'>): void;
  requestToken(request: TokenRequestMessage): Promise<CardToken | undefined>;
}

/** Both are in one set of fields: those of one `MercadoPago` object and one group. */
export const isInSameSet = (field: Pick<SdkField, 'owner' | 'group'>, other: SdkField): boolean =>
  other.owner === field.owner && other.group === field.group;

/** State of one copy of the SDK, shared by all its `MercadoPago` objects. */
export interface Sdk {
  readonly options: StandInOptions;
  readonly controls: TestControls;
  readonly page: FieldsPage;
  readonly listeners: Listeners;
  /** Mounted fields, in the order in which they were mounted. */
  readonly mounted: SdkField[];
  /** The last `MercadoPago` object. Builds with page-global state use its key and locale for all objects. */
  last: { publicKey: string; locale: string | undefined };
  /** The copy that was installed after this one was uninstalled. */
  next?: Sdk;
}

/** The copy that an object made from this one uses: a library keeps its `MercadoPago` object when a test installs the next stand-in. */
export const currentSdk = (sdk: Sdk): Sdk => (sdk.next ? currentSdk(sdk.next) : sdk);

export const isLegacy = ({ legacyListeners, oldBuild }: StandInOptions): boolean =>
  Boolean(legacyListeners || oldBuild);

export function createSdk(options: StandInOptions): Sdk {
  const controls = new TestControls(options);
  return {
    options,
    controls,
    page: new FieldsPage(options, controls),
    listeners: isLegacy(options) ? new PageListeners() : new OwnListeners(),
    mounted: [],
    last: { publicKey: '', locale: undefined },
  };
}

/** Logs a warning with the prefix of the SDK. */
export const warn = (text: string, ...details: unknown[]): void => console.warn(`MercadoPago.js - ${text}`, ...details);
