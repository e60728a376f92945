/** A result in the shopper's words. */
export interface Sentence {
  readonly title: string;
  readonly text: string;
}

/** The words of the shop's part of the page. The element brings its own. */
export interface ShopWords {
  readonly shop: string;
  readonly secure: string;
  readonly account: string;
  readonly checkout: string;
  readonly delivery: string;
  readonly recipient: string;
  readonly recipientHint: string;
  readonly payment: string;
  readonly summary: string;
  readonly quantity: string;
  readonly shipping: string;
  readonly free: string;
  readonly total: string;
  readonly footnote: string;
  readonly paying: string;
  readonly pay: (total: string) => string;
  /** In place of `pay`, until another purchase is begun. */
  readonly paid: string;
  /** `total`: what was charged in all, if this page knows it. */
  readonly approved: (paymentId: string, total?: string) => Sentence;
  readonly pending: Sentence;
  /** The payment waits for the shopper's bank. */
  readonly bankAsks: Sentence;
  readonly rejected: Sentence;
  /** Cancelled, or expired. */
  readonly ended: Sentence;
  readonly failed: Sentence;
  readonly unknown: Sentence;
  readonly noCard: Sentence;
  /** The purchase before, whose page was lost. */
  readonly paidBefore: (paymentId: string) => string;
}

/** Spanish for all regions but those that say "vos". */
const spanish: ShopWords = {
  shop: 'Tienda de ejemplo',
  secure: 'Pago seguro',
  account: 'Mi cuenta',
  checkout: 'Finalizar compra',
  delivery: 'Envío',
  recipient: 'Nombre para el envío',
  recipientHint: 'Como figura en el documento.',
  payment: 'Medio de pago',
  summary: 'Resumen',
  quantity: 'Cantidad: 1',
  shipping: 'Envío',
  free: 'Gratis',
  total: 'Total',
  footnote: 'Mercado Pago procesa el pago. La tienda no ve el número ni el código de tu tarjeta.',
  paying: 'Procesando el pago…',
  pay: (total) => `Pagar ${total}`,
  paid: 'Pago aprobado',
  approved: (paymentId, total) => ({
    title: '¡Gracias por tu compra!',
    text: `El pago ${total ? `de ${total} ` : ''}fue aprobado. Número de pago: ${paymentId}.`,
  }),
  pending: {
    title: 'Estamos procesando el pago',
    text: 'Puede demorar unas horas. No hace falta que pagues otra vez.',
  },
  bankAsks: { title: 'Falta la confirmación de tu banco', text: 'No hace falta que pagues otra vez.' },
  ended: { title: 'El pago no se completó', text: 'Puedes pagar otra vez.' },
  rejected: { title: 'El pago no fue aprobado', text: 'No se cobró nada. Inténtalo de nuevo o usa otra tarjeta.' },
  failed: { title: 'No se pudo hacer el pago', text: 'No se cobró nada. Inténtalo de nuevo.' },
  unknown: {
    title: 'No sabemos si el pago se hizo',
    text: 'Si no aparece en tus compras, toca Pagar: lo verificamos y no se cobra dos veces.',
  },
  noCard: { title: 'Falta elegir una tarjeta', text: 'No se cobró nada.' },
  paidBefore: (paymentId) => `Tu compra anterior ya está pagada (pago ${paymentId}). Si pagas ahora, es otra compra.`,
};

/** Argentina and Uruguay. */
const withVos: ShopWords = {
  ...spanish,
  ended: { ...spanish.ended, text: 'Podés pagar otra vez.' },
  rejected: { ...spanish.rejected, text: 'No se cobró nada. Intentalo de nuevo o usá otra tarjeta.' },
  failed: { ...spanish.failed, text: 'No se cobró nada. Intentalo de nuevo.' },
  unknown: {
    ...spanish.unknown,
    text: 'Si no aparece en tus compras, tocá Pagar: lo verificamos y no se cobra dos veces.',
  },
  paidBefore: (paymentId) => `Tu compra anterior ya está pagada (pago ${paymentId}). Si pagás ahora, es otra compra.`,
};

const portuguese: ShopWords = {
  shop: 'Loja de exemplo',
  secure: 'Pagamento seguro',
  account: 'Minha conta',
  checkout: 'Finalizar compra',
  delivery: 'Entrega',
  recipient: 'Nome para entrega',
  recipientHint: 'Como aparece no documento.',
  payment: 'Forma de pagamento',
  summary: 'Resumo',
  quantity: 'Quantidade: 1',
  shipping: 'Frete',
  free: 'Grátis',
  total: 'Total',
  footnote: 'O Mercado Pago processa o pagamento. A loja não vê o número nem o código do seu cartão.',
  paying: 'Processando o pagamento…',
  pay: (total) => `Pagar ${total}`,
  paid: 'Pagamento aprovado',
  approved: (paymentId, total) => ({
    title: 'Obrigado pela compra!',
    text: `O pagamento ${total ? `de ${total} ` : ''}foi aprovado. Número do pagamento: ${paymentId}.`,
  }),
  pending: {
    title: 'Estamos processando o pagamento',
    text: 'Pode levar algumas horas. Não é preciso pagar novamente.',
  },
  bankAsks: { title: 'Falta a confirmação do seu banco', text: 'Não é preciso pagar novamente.' },
  ended: { title: 'O pagamento não foi concluído', text: 'Você pode pagar novamente.' },
  rejected: { title: 'O pagamento não foi aprovado', text: 'Nada foi cobrado. Tente novamente ou use outro cartão.' },
  failed: { title: 'Não foi possível fazer o pagamento', text: 'Nada foi cobrado. Tente novamente.' },
  unknown: {
    title: 'Não sabemos se o pagamento foi feito',
    text: 'Se não aparecer nas suas compras, toque em Pagar: verificamos, e você não será cobrado duas vezes.',
  },
  noCard: { title: 'Falta escolher um cartão', text: 'Nada foi cobrado.' },
  paidBefore: (paymentId) =>
    `Sua compra anterior já está paga (pagamento ${paymentId}). Se você pagar agora, será outra compra.`,
};

const english: ShopWords = {
  shop: 'Example store',
  secure: 'Secure payment',
  account: 'My account',
  checkout: 'Checkout',
  delivery: 'Delivery',
  recipient: 'Name for delivery',
  recipientHint: 'As on your ID.',
  payment: 'Payment method',
  summary: 'Summary',
  quantity: 'Quantity: 1',
  shipping: 'Shipping',
  free: 'Free',
  total: 'Total',
  footnote: 'Mercado Pago processes the payment. The store doesn’t see your card’s number or code.',
  paying: 'Processing your payment…',
  pay: (total) => `Pay ${total}`,
  paid: 'Payment approved',
  approved: (paymentId, total) => ({
    title: 'Thank you for your purchase!',
    text: `Your payment ${total ? `of ${total} ` : ''}was approved. Payment number: ${paymentId}.`,
  }),
  pending: { title: 'We’re processing your payment', text: 'It may take a few hours. You don’t need to pay again.' },
  bankAsks: { title: 'Your bank still has to confirm the payment', text: 'You don’t need to pay again.' },
  ended: { title: 'The payment wasn’t completed', text: 'You can pay again.' },
  rejected: { title: 'The payment wasn’t approved', text: 'You haven’t been charged. Try again or use another card.' },
  failed: { title: 'The payment couldn’t be made', text: 'You haven’t been charged. Try again.' },
  unknown: {
    title: 'We don’t know whether the payment went through',
    text: 'If it isn’t among your orders, press Pay: we’ll check, and you won’t be charged twice.',
  },
  noCard: { title: 'Choose a card', text: 'You haven’t been charged.' },
  paidBefore: (paymentId) =>
    `Your previous purchase is already paid (payment ${paymentId}). If you pay now, it will be another purchase.`,
};

export function wordsFor(locale: string): ShopWords {
  if (locale.startsWith('pt')) return portuguese;
  if (locale.startsWith('en')) return english;
  return ['es-AR', 'es-UY'].includes(locale) ? withVos : spanish;
}
