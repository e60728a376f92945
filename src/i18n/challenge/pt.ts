import type { ChallengeMessages } from '../messages.js';
import { pt as shared } from '../shared/pt.js';

/** Portuguese of Brazil. */
export const pt: ChallengeMessages = {
  ...shared,
  bankSteps: 'Siga os passos do seu banco. Ele pode enviar um código ou pedir que você abra o aplicativo.',
  bankPage: 'Página do seu banco',
  bankPageLoading: 'Carregando a página do seu banco…',
  bankPageMissing: 'Não podemos mostrar a página do seu banco. Abra em outra aba: esperamos a resposta aqui.',
  openBankPage: 'Abrir em outra aba',
  closeBankPage: 'Fechar',
  bankUndecided: 'Seu banco ainda não confirmou o pagamento.',
  continueWithBank: 'Continuar com seu banco',
  checkingPayment: 'Verificando seu pagamento…',
  checkFailed: 'Ainda não conseguimos verificar seu pagamento.',
  confirmationMissing: 'Não recebemos a confirmação do seu banco',
  checkPayment: 'Verificar novamente',
};
