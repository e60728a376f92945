import { addCustomer } from '../customers/profiles.js';
import { addCard } from '../cards/saved-cards.js';
import { methodOfId } from '../sites/index.js';
import type { TestCard } from '../sites/site.js';
import type { Account } from './account.js';
import { thisMonth } from './clock.js';
import { luhnCheckDigit } from './luhn.js';
import type { OwnSecurityCode } from './records.js';

/** The published 3DS test cards: challenge passed, challenge failed, challenge passed when 3DS is mandatory. */
const THREE_DS_NUMBERS = ['5483928164574623', '5361956806117557', '5031755734530604'];

interface CardOptions {
  readonly name?: string;
  readonly month?: number;
  readonly year?: number;
  readonly securityCode?: OwnSecurityCode;
}

/** Saves cards to one seeded customer. */
interface Wallet {
  /** An official test card as it is. */
  card(source: TestCard, options?: CardOptions): void;
  /** A card of the same bank with another, Luhn-valid, ending. */
  variant(source: TestCard, ordinal: number, options?: CardOptions): void;
}

/** Fills a new account with the customers that the demo and the tests know by e-mail. */
export function seed(account: Account): void {
  const { visa, master, debit, third } = account.site.testCards;

  const ana = wallet(account, 'ana@testuser.com', 'Ana', 'Pereyra');
  ana.card(visa);
  ana.card(master);
  ana.card(third);

  const bruno = wallet(account, 'bruno@testuser.com', 'Bruno', 'Souza');
  bruno.card(visa);
  bruno.card(debit);
  bruno.card(master, { month: 8, year: 2026 });
  bruno.variant(visa, 1, thisMonth(account.now()));

  const carla = wallet(account, 'carla@testuser.com', 'Carla', 'Rojas');
  carla.card(visa, { name: 'OTHE' });
  carla.card(master, { name: 'SECU' });
  carla.card(third, { name: 'FUND' });
  carla.card(debit, { name: 'CALL' });
  carla.variant(visa, 1);

  wallet(account, 'olga@testuser.com', 'Olga', 'Lima').card(visa);

  const oscar = wallet(account, 'oscar@testuser.com', 'Óscar', 'Núñez');
  oscar.card(visa, { securityCode: { length: 3, card_location: 'back', mode: 'optional' } });
  oscar.card(debit, { securityCode: { length: 0, card_location: 'back' } });
  oscar.card(master);

  const twenty = wallet(account, 'veinte@testuser.com', 'Vera', 'Veinte');
  const thousand = wallet(account, 'mil@testuser.com', 'Milton', 'Mil');
  const sources = [visa, master, debit, third];
  sources.forEach((source) => {
    for (let ordinal = 1; ordinal <= 5; ordinal += 1) twenty.variant(source, ordinal);
    for (let ordinal = 1; ordinal <= 250; ordinal += 1) thousand.variant(source, ordinal);
  });

  const dora = wallet(account, 'dora@testuser.com', 'Dora', 'Desafío');
  for (const number of THREE_DS_NUMBERS) dora.card({ methodId: 'master', number });
}

function wallet(account: Account, email: string, firstName: string, lastName: string): Wallet {
  const document = account.site.testDocument;
  const customer = addCustomer(account, {
    email,
    firstName,
    lastName,
    identification: { type: document?.type ?? null, number: document?.number ?? null },
  });
  const save = (source: TestCard, lastFourDigits: string, options: CardOptions) => {
    const method = methodOfId(account.site, source.methodId);
    if (!method) throw new Error(`${account.site.id} lists a test card of an unknown method: ${source.methodId}`);
    addCard(account, customer, {
      method,
      issuerId: method.issuers[0].id,
      face: {
        firstSixDigits: source.number.slice(0, 6),
        lastFourDigits,
        numberLength: source.number.length,
        expirationMonth: options.month ?? 11,
        expirationYear: options.year ?? 2030,
        cardholder: { name: options.name ?? 'APRO', identification: document ?? { type: null, number: null } },
      },
      ...(options.securityCode && { securityCode: options.securityCode }),
    });
  };
  return {
    card: (source, options = {}) => save(source, source.number.slice(-4), options),
    variant: (source, ordinal, options = {}) => save(source, variantEnding(source.number, ordinal), options),
  };
}

/** Last four digits of the `ordinal`th other number that starts like `number` and passes the Luhn check. */
function variantEnding(number: string, ordinal: number): string {
  const middle = String((Number(number.slice(-4, -1)) + ordinal) % 1000).padStart(3, '0');
  return middle + luhnCheckDigit(number.slice(0, -4) + middle);
}
