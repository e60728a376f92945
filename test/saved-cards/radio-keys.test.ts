import { expect, fixture, html } from '@open-wc/testing';
import { radioForKey } from '../../src/saved-cards/radio-keys.js';

const group = async (direction = 'ltr') => {
  const place = await fixture(html`
    <div dir=${direction}>
      <input type="radio" id="first" /><input type="radio" id="middle" /><input type="radio" id="last" />
      <input id="other" />
    </div>
  `);
  const radios = [...place.querySelectorAll<HTMLInputElement>('[type=radio]')];

  /** Id of the radio that the key leads to from another. */
  return (from: string, key: string, modifiers: KeyboardEventInit = {}): string | undefined => {
    let target: string | undefined;
    const listen = (event: Event) => (target = radioForKey(event as KeyboardEvent, radios)?.id);
    place.addEventListener('keydown', listen, { once: true });
    place.querySelector(`#${from}`)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers }));
    return target;
  };
};

describe('a key in the list of cards', () => {
  for (const [key, from, to] of [
    ['ArrowDown', 'first', 'middle'],
    ['ArrowRight', 'first', 'middle'],
    ['ArrowUp', 'middle', 'first'],
    ['ArrowLeft', 'middle', 'first'],
    ['ArrowDown', 'last', 'first'],
    ['ArrowRight', 'last', 'first'],
    ['ArrowUp', 'first', 'last'],
    ['ArrowLeft', 'first', 'last'],
    ['Home', 'last', 'first'],
    ['End', 'first', 'last'],
  ] as const) {
    it(`${key} leads from the ${from} row to the ${to} one`, async () => {
      const press = await group();
      expect(press(from, key)).to.equal(to);
    });
  }

  for (const [key, from, to] of [
    ['ArrowLeft', 'first', 'middle'],
    ['ArrowRight', 'middle', 'first'],
    ['ArrowLeft', 'last', 'first'],
    ['ArrowRight', 'first', 'last'],
    ['ArrowDown', 'first', 'middle'],
    ['ArrowUp', 'first', 'last'],
  ] as const) {
    it(`${key} leads from the ${from} row to the ${to} one in a page from right to left`, async () => {
      const press = await group('rtl');
      expect(press(from, key)).to.equal(to);
    });
  }

  for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const) {
    it(`is left to the browser with ${modifier}`, async () => {
      const press = await group();
      expect(press('first', 'ArrowDown', { [modifier]: true })).to.equal(undefined);
      expect(press('first', 'End', { [modifier]: true })).to.equal(undefined);
    });
  }

  for (const key of ['Enter', ' ', 'Tab', 'a', 'PageDown']) {
    it(`is not for the group when it is "${key}"`, async () => {
      const press = await group();
      expect(press('first', key)).to.equal(undefined);
    });
  }

  it('is not for the group when it is pressed elsewhere', async () => {
    const press = await group();
    expect(press('other', 'ArrowDown')).to.equal(undefined);
  });
});
