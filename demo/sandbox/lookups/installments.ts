import type { CardMethod, InstallmentPlan, Issuer, Site } from '../sites/site.js';
import { thumbnails } from './method-view.js';
import { type Price, plansFor, priceOf } from './plans.js';

const LOCALES = ['es-AR', 'es-CL', 'es-CO', 'es-MX', 'es-PE', 'es-UY', 'es-VE', 'pt-BR', 'en-US'];

/** The request's locale when it is one of the SDK's, else the site's own. */
export function messageLocale(site: Site, requested: string | undefined): string {
  return LOCALES.find((locale) => locale === requested) ?? site.locale;
}

/** `3 cuotas de $ 43,30 ($ 129,90)` */
function recommendedMessage(site: Site, plan: InstallmentPlan, price: Price, locale: string): string {
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: site.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: site.fractionDigits,
    maximumFractionDigits: site.fractionDigits,
  });
  const one = plan.installments === 1;
  const words: Readonly<Record<string, string>> = {
    'es-MX': `${one ? 'mensualidad' : 'mensualidades'} de`,
    es: `${one ? 'cuota' : 'cuotas'} de`,
    pt: `${one ? 'parcela' : 'parcelas'} de`,
    en: `${one ? 'installment' : 'installments'} of`,
  };
  const unit = words[locale] ?? words[locale.slice(0, 2)] ?? words['es'];
  return `${plan.installments} ${unit} ${money.format(price.installmentAmount)} (${money.format(price.totalAmount)})`;
}

/** `CFT_214,52%|TEA_166,13%`: the law of Argentina wants both shown. */
function legalLabel({ legal }: InstallmentPlan): string[] {
  if (!legal) return [];
  const percent = (value: number) => `${value.toFixed(2).replace('.', ',')}%`;
  return [`CFT_${percent(legal.cft)}|TEA_${percent(legal.tea)}`];
}

/** The installments in which an amount can be paid with a method. */
export function installmentsView(site: Site, method: CardMethod, issuer: Issuer, amount: number, locale: string) {
  const plans = plansFor(site, method, amount);
  return {
    payment_method_id: method.id,
    payment_type_id: method.paymentTypeId,
    issuer: { id: issuer.id, name: issuer.name, ...thumbnails(method.id) },
    processing_mode: 'aggregator',
    merchant_account_id: null,
    agreements: [],
    payer_costs: plans.map((plan) => {
      const price = priceOf(site, plan, amount);
      return {
        installments: plan.installments,
        installment_rate: plan.rate,
        discount_rate: 0,
        reimbursement_rate: null,
        labels: [...legalLabel(plan), ...(plan.installments === 3 ? ['recommended_installment'] : [])],
        installment_rate_collector: ['MERCADOPAGO'],
        min_allowed_amount: Math.max(plan.minAmount, site.minAmount),
        max_allowed_amount: site.maxAmount,
        recommended_message: recommendedMessage(site, plan, price, locale),
        installment_amount: price.installmentAmount,
        total_amount: price.totalAmount,
        payment_method_option_id: `${site.id}-${method.id}-${plan.installments}`,
      };
    }),
  };
}
