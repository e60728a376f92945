/* global document, jQuery */

/** Behaves as PrestaShop's payment step: Pay is outside the form of the payment option, and disabled while it waits. */
jQuery(function ($) {
  const pay = $('#payment-confirmation button');
  const allow = () => pay.prop('disabled', !$('#conditions-to-approve input').is(':checked'));

  $('#conditions-to-approve').on('change', 'input', allow);
  allow();

  pay.on('click', function (event) {
    event.preventDefault();
    const option = $('input[name="payment-option"]:checked').attr('id');
    pay.prop('disabled', true);
    $(`#pay-with-${option}-form form`).submit();
  });

  // What a shop adds: a send that did not come about gives the button back.
  document.body.addEventListener('card-error', allow);
});
