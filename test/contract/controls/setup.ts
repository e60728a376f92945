import {
  type Field,
  type FieldEvent,
  type FieldEventName,
  type FieldOptions,
  type FieldType,
  installMercadoPago,
  type MercadoPagoInstance,
  type StandIn,
  type StandInOptions,
} from '../../../src/testing/index.js';

const installed: StandIn[] = [];
const boxes: HTMLElement[] = [];

/** Installs the stand-in with its controls; `tearDown` removes it after the test. */
export function install(options?: StandInOptions): { standIn: StandIn; mp: MercadoPagoInstance } {
  const standIn = installMercadoPago({ timeout: 15_000, ...options });
  installed.push(standIn);
  return { standIn, mp: new standIn.MercadoPago('TEST-contract', { locale: 'es-AR' }) };
}

/** A field on the page, and a record of these events. */
export function mount(
  mp: MercadoPagoInstance,
  type: FieldType,
  { events = [], ...options }: FieldOptions & { events?: FieldEventName[] } = {},
): { field: Field; box: HTMLElement; heard: FieldEvent[] } {
  const box = document.createElement('div');
  box.id = `box-${boxes.length}`;
  boxes.push(box);
  document.body.append(box);
  const field = mp.fields.create(type, options);
  const heard: FieldEvent[] = [];
  for (const event of events) field.on(event, (detail) => heard.push(detail));
  field.mount(box.id);
  return { field, box, heard };
}

export function tearDown(): void {
  for (const standIn of installed.splice(0)) standIn.uninstall();
  for (const box of boxes.splice(0)) box.remove();
}
