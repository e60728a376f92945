import type { FormMessages } from '../messages.js';
import { pt as shared } from '../shared/pt.js';

/** Portuguese of Brazil. */
export const pt: FormMessages = {
  ...shared,
  addCard: 'Adicionar cartão',
  newCard: 'Cartão de crédito ou débito',
  saveCard: 'Salvar cartão',
  saving: 'Salvando seu cartão…',
  cancel: 'Cancelar',
  cardNumber: 'Número do cartão',
  expirationDate: 'Validade',
  expirationPlaceholder: 'MM/AA',
  cardholderName: 'Nome como aparece no cartão',
  identificationType: 'Documento do titular',
  identificationNumber: 'Número do documento',
  issuer: 'Banco',
  chooseOption: 'Selecione',
  saveCardBox: 'Salvar este cartão para a próxima compra',
  trust: 'O Mercado Pago recebe o número e o código. Esta loja não tem acesso a eles.',
  brandUnknown: 'Não reconhecemos este número. Se estiver certo, você pode continuar.',
  lookupFailed: 'Não conseguimos reconhecer o cartão. Você pode continuar.',
  saveFirst: 'Salve o cartão primeiro.',

  enterNumber: 'Digite o número do cartão.',
  enterExpiration: 'Digite o mês e o ano de validade.',
  enterName: 'Digite o nome como aparece no cartão.',
  nameLetters: 'Use apenas letras no nome.',
  enterIdentification: 'Digite o número do documento.',
  wrongIdentification: (name, amount, hasLetters) =>
    `O número do ${name || 'documento'} tem ${amount} ${hasLetters ? 'letras ou dígitos' : 'dígitos'}.`,
  range: (from, to) => (to - from === 1 ? `${from} ou ${to}` : `entre ${from} e ${to}`),
  chooseIssuer: 'Escolha o banco do seu cartão.',

  newCardRefused: 'Não conseguimos usar este cartão. Confira os dados ou tente com outro.',
  newCardUnrecognized: 'Não reconhecemos o cartão. Confira o número e o banco.',
  checkIdentification: 'Confira o tipo e o número do documento.',
  saveUnknown: 'Não sabemos se o cartão foi salvo. Tente salvá-lo novamente: ele não será salvo duas vezes.',
  paymentUnaffected: 'Isso não afeta seu pagamento.',
};
