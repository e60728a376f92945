import { expect } from '@open-wc/testing';
import { REFUSALS } from '../card/declines.js';
import type { MpError } from '../../src/elements.js';
import { TOKEN_FAULTS } from '../support/fail-on-demand.js';
import { Phone } from '../support/phone.js';
import { shopFaults } from '../support/shop-faults.js';

const PREFILLED = 'cardholder-name="APRO" identification-type="DNI" identification-number="12345678"';

/** How a shop that works answers to a card that is not to be saved, by the error that follows. */
const SAVE_REFUSALS: Readonly<Record<string, () => Promise<Response>>> = {
  configuration: () => Promise.resolve(new Response('', { status: 404 })),
  'card-duplicate': () => Promise.resolve(new Response('', { status: 409 })),
  'card-limit': () => Promise.resolve(Response.json({ cause: [{ code: '129' }] }, { status: 400 })),
  refused: () => Promise.resolve(Response.json({ cause: [{ code: '120' }] }, { status: 400 })),
};

describe('the form for a new card on a phone', () => {
  const phone = new Phone();
  const part = (selector: string) => phone.part(selector, phone.form);
  const failed = () => new Promise((resolve) => phone.form.addEventListener('card-error', resolve, { once: true }));
  afterEach(() => phone.close());

  async function open(intent: 'pay' | 'save', height: number): Promise<void> {
    await phone.open(
      `<mp-add-card public-key="TEST-MLA-1" endpoint="/cards" intent=${intent} ${PREFILLED}></mp-add-card>`,
      375,
      height,
    );
    phone.find('form').addEventListener('submit', (event) => event.preventDefault());
    phone.form.open = true;
  }

  async function fill(): Promise<void> {
    for (const [field, text] of [
      ['cardNumber', '4509953566233704'],
      ['expirationDate', '1130'],
      ['securityCode', '123'],
    ] as const) {
      await phone.standIn.ready(field);
      if (phone.standIn.input(field).value === '') await phone.standIn.type(field, text);
    }
  }

  /** The button is at the lower edge of the window, most of the form above it. */
  async function aim(button: HTMLElement, withFocus: boolean): Promise<void> {
    phone.blur();
    await phone.scrollTo(button, phone.window.innerHeight - 60);
    if (withFocus) button.focus();
  }

  it('shows its first field when it opens at the lower edge of the window', async () => {
    await phone.open(`<mp-add-card public-key="TEST-MLA-1" ${PREFILLED}></mp-add-card>`, 375, 667);
    const opener = part('.opener');
    await phone.scrollTo(opener, 600);
    opener.click();
    await phone.standIn.ready('cardNumber');
    await phone.still();
    expect(phone.isInSight(part('[data-field=cardNumber]'))).to.be.true;
  });

  it('has what is said in sight after every outcome of a payment', async () => {
    await open('pay', 480); // room for the longest notice and the name below it, to which Firefox scrolls at last
    const pay = phone.find<HTMLElement>('#pay');
    const found: string[] = [];
    for (const [index, report] of [...REFUSALS, undefined].entries()) {
      await fill();
      await aim(pay, index % 2 === 0);
      if (report === undefined) phone.form.paymentResult({ status: 'approved' });
      else phone.form.paymentRejected(report);
      // The focus waits for frames that are empty again.
      if (report !== undefined) await phone.standIn.ready('securityCode');
      found.push(...(await phone.outOfSight(phone.form)).map((place) => `${report}: ${place}`));
    }
    expect(found).to.deep.equal([]);
  });

  for (const intent of ['pay', 'save'] as const)
    it(`has what is said in sight after every fault of a token to ${intent}`, async () => {
      await open(intent, 420);
      const found: string[] = [];
      for (const code of TOKEN_FAULTS)
        for (const withFocus of [true, false]) {
          await fill();
          const button = intent === 'pay' ? phone.find<HTMLElement>('#pay') : part('.primary');
          await aim(button, withFocus);
          phone.failNextToken(code);
          const error = failed();
          button.click();
          await error;
          found.push(...(await phone.outOfSight(phone.form)).map((place) => `${code}: ${place}`));
        }
      expect(found).to.deep.equal([]);
    });

  it('has what is said about a save that failed in sight, with the focus where it was', async () => {
    await open('save', 420);
    const faults = { ...shopFaults(phone.window), ...SAVE_REFUSALS };
    const found: string[] = [];
    for (const [name, answer] of Object.entries(faults))
      for (const withFocus of [true, false]) {
        await fill();
        // Before a card whose fate is unknown is sent again, the form looks into the list.
        phone.form.fetch = (_, init) => (init?.method === 'POST' ? answer() : Promise.resolve(Response.json([])));
        const save = part('.primary');
        await aim(save, withFocus);
        const error = failed();
        save.click();
        const { code } = ((await error) as CustomEvent<{ error: MpError }>).detail.error;
        if (name !== 'refused' && code !== name) found.push(`${name}: ${code}`);
        found.push(...(await phone.outOfSight(phone.form)).map((place) => `${name}: ${place}`));
        const isAtSave = phone.form.shadowRoot?.activeElement === save;
        if (name !== 'refused' && isAtSave !== withFocus) found.push(`${name}: focus moved`);
      }
    expect(found).to.deep.equal([]);
  });
});
