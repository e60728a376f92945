import type { FieldEvent, FieldEventName, FieldListener, FieldType } from './types.js';

interface Entry {
  owner: object;
  type: FieldType;
  event: FieldEventName;
  listener: FieldListener;
}

/** Where listeners of fields are kept. Builds of MercadoPago.js differ in it. */
export interface Listeners {
  add(owner: object, type: FieldType, event: FieldEventName, listener: FieldListener): void;
  emit(owner: object, event: FieldEventName, detail: FieldEvent): void;
  drop(owner: object, type: FieldType): void;
}

/** Every field calls its own listeners, all of them. */
export class OwnListeners implements Listeners {
  #entries: Entry[] = [];

  add(owner: object, type: FieldType, event: FieldEventName, listener: FieldListener): void {
    this.#entries.push({ owner, type, event, listener });
  }

  emit(owner: object, event: FieldEventName, detail: FieldEvent): void {
    for (const entry of this.#entries.filter((each) => each.owner === owner && each.event === event)) {
      entry.listener(detail);
    }
  }

  drop(owner: object): void {
    this.#entries = this.#entries.filter((entry) => entry.owner !== owner);
  }
}

/** As in the build of 2022: one list for the page, the first match by event and type is called, regardless of who added it. */
export class PageListeners implements Listeners {
  #entries: Entry[] = [];

  add(owner: object, type: FieldType, event: FieldEventName, listener: FieldListener): void {
    this.#entries.push({ owner, type, event, listener });
  }

  emit(_owner: object, event: FieldEventName, detail: FieldEvent): void {
    this.#entries.find((entry) => entry.event === event && entry.type === detail.field)?.listener(detail);
  }

  drop(_owner: object, type: FieldType): void {
    this.#entries = this.#entries.filter((entry) => entry.type !== type);
  }
}
