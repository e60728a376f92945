import { MCO } from './mco.js';
import { MLA } from './mla.js';
import { MLB } from './mlb.js';
import { MLC } from './mlc.js';
import { MLM } from './mlm.js';
import { MLU } from './mlu.js';
import { MPE } from './mpe.js';
import type { CardMethod, Issuer, Site, SiteId } from './site.js';

/** The seven countries of this sandbox. */
export const SITES: Readonly<Record<SiteId, Site>> = { MLA, MLB, MLC, MCO, MLM, MLU, MPE };

/** The card method that owns a BIN. Six digits decide; more are accepted, since SDK builds send six to eight. */
export function methodOfBin(site: Site, bin: string): CardMethod | undefined {
  const firstSix = bin.slice(0, 6);
  return site.cardMethods.find((method) => method.bins.includes(firstSix));
}

/** The card method with this id. */
export function methodOfId(site: Site, id: string): CardMethod | undefined {
  return site.cardMethods.find((method) => method.id === id);
}

/** The method's issuer with this id; ids arrive as numbers and as strings. */
export function issuerOfMethod(method: CardMethod, id: string | number): Issuer | undefined {
  return method.issuers.find((issuer) => String(issuer.id) === String(id));
}
