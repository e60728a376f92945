/** The words of the plain checkout's pages. The element brings its own. */
export interface PageWords {
  readonly shop: string;
  readonly checkout: string;
  readonly pay: (total: string) => string;
  readonly refused: string;
  /** Cancelled, or expired. */
  readonly ended: string;
  readonly noToken: string;
  readonly failed: string;
  readonly unknown: string;
  /** Refused, since it is equal to another one. */
  readonly duplicate: string;
  /** Before anything is known of what was paid. */
  readonly unavailable: string;
  readonly noPage: string;
  readonly notRead: string;
  readonly toCheckout: string;
  readonly earlierWaits: (minutes: number) => string;
  readonly earlierUndecided: string;
  readonly signIn: string;
  readonly approved: string;
  readonly pending: string;
  readonly paid: (total: string, payment: string) => string;
  readonly cardSaved: string;
  readonly cardNotSaved: string;
  readonly buyAgain: string;
  readonly bankAsks: string;
  readonly waitsForBank: (payment: string) => string;
  readonly otherCard: string;
  readonly refunded: string;
  readonly chargedBack: string;
  readonly disputed: string;
  readonly paidBefore: string;
  readonly payment: (id: string) => string;
}

const spanish: PageWords = {
  shop: 'Tienda de ejemplo',
  checkout: 'Finalizar compra',
  pay: (total) => `Pagar ${total}`,
  refused: 'El pago no fue aprobado. No se cobró nada.',
  ended: 'El pago no se completó. Se puede pagar otra vez.',
  noToken: 'Falta elegir una tarjeta y escribir su código de seguridad. No se cobró nada.',
  failed: 'No se pudo hacer el pago. No se cobró nada.',
  unknown: 'No sabemos si el pago se hizo. Al recargar esta página lo verificamos. No se cobra dos veces.',
  duplicate:
    'Este pago no fue aprobado porque es igual a otro reciente, que puede estar aprobado. Conviene revisarlo antes de pagar otra vez.',
  unavailable: 'La tienda no puede consultar tus compras en este momento. Se puede recargar la página en un rato.',
  noPage: 'Esta página no existe',
  notRead: 'La tienda no pudo leer lo que se envió',
  toCheckout: 'Ir a la compra',
  earlierWaits: (minutes) =>
    `Todavía no pudimos verificar un pago anterior, que puede aprobarse. Para no cobrar dos veces, se puede pagar de nuevo en ${minutes} min como máximo. Al recargar esta página lo verificamos.`,
  earlierUndecided:
    'Un pago anterior todavía se está procesando y puede aprobarse. Para no cobrar dos veces, se puede pagar de nuevo cuando termine. Al recargar esta página lo verificamos.',
  signIn: 'Hay que iniciar sesión para pagar.',
  approved: '¡Gracias por tu compra!',
  pending: 'Estamos procesando el pago',
  paid: (total, payment) => `Total: ${total}. Número de pago: ${payment}.`,
  cardSaved: 'La tarjeta se guardó.',
  cardNotSaved: 'La tarjeta no se pudo guardar.',
  buyAgain: 'Volver a la tienda',
  bankAsks: 'Falta la confirmación del banco',
  waitsForBank: (payment) => `El pago ${payment} espera la confirmación del banco.`,
  otherCard: 'Pagar con otra tarjeta',
  refunded: 'El pago fue devuelto',
  chargedBack: 'Este pago fue desconocido ante el banco',
  disputed: 'El pago está en reclamo',
  paidBefore: 'La compra anterior ya está pagada. Lo que se pague ahora es otra compra.',
  payment: (id) => `Pago ${id}`,
};

const portuguese: PageWords = {
  shop: 'Loja de exemplo',
  checkout: 'Finalizar compra',
  pay: (total) => `Pagar ${total}`,
  refused: 'O pagamento não foi aprovado. Nada foi cobrado.',
  ended: 'O pagamento não foi concluído. É possível pagar novamente.',
  noToken: 'Falta escolher um cartão e digitar o código de segurança. Nada foi cobrado.',
  failed: 'Não foi possível fazer o pagamento. Nada foi cobrado.',
  unknown:
    'Não sabemos se o pagamento foi feito. Recarregue esta página para verificarmos. Você não será cobrado duas vezes.',
  duplicate:
    'Este pagamento não foi aprovado porque é igual a outro recente, que pode ter sido aprovado. Confira antes de pagar novamente.',
  unavailable: 'A loja não consegue consultar suas compras no momento. Recarregue a página daqui a pouco.',
  noPage: 'Esta página não existe',
  notRead: 'A loja não conseguiu ler o que foi enviado',
  toCheckout: 'Ir para a compra',
  earlierWaits: (minutes) =>
    `Ainda não conseguimos verificar um pagamento anterior, que pode ser aprovado. Para não cobrar duas vezes, será possível pagar novamente em até ${minutes} min. Recarregue esta página para verificarmos.`,
  earlierUndecided:
    'Um pagamento anterior ainda está sendo processado e pode ser aprovado. Para não cobrar duas vezes, será possível pagar novamente quando ele terminar. Recarregue esta página para verificarmos.',
  signIn: 'É preciso entrar na sua conta para pagar.',
  approved: 'Obrigado pela compra!',
  pending: 'Estamos processando o pagamento',
  paid: (total, payment) => `Total: ${total}. Número do pagamento: ${payment}.`,
  cardSaved: 'O cartão foi salvo.',
  cardNotSaved: 'Não foi possível salvar o cartão.',
  buyAgain: 'Voltar à loja',
  bankAsks: 'Falta a confirmação do banco',
  waitsForBank: (payment) => `O pagamento ${payment} aguarda a confirmação do banco.`,
  otherCard: 'Pagar com outro cartão',
  refunded: 'O pagamento foi reembolsado',
  chargedBack: 'Este pagamento foi contestado no banco',
  disputed: 'O pagamento está em disputa',
  paidBefore: 'A compra anterior já está paga. Um pagamento feito agora é outra compra.',
  payment: (id) => `Pagamento ${id}`,
};

export const wordsFor = (locale: string): PageWords => (locale.startsWith('pt') ? portuguese : spanish);
