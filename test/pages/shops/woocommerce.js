/* global document, window, jQuery, shop */

/** Behaves as WooCommerce's classic checkout. */
jQuery(function ($) {
  const form = $('form.checkout');
  let answer;

  const block = () => form.append('<div class="blockUI blockOverlay" style="position: absolute; inset: 0"></div>');
  const unblock = () => form.find('.blockUI').remove();

  function fail(messages) {
    $('.woocommerce-error').remove();
    form.prepend(messages);
    form.removeClass('processing');
    unblock();
    $(document.body).trigger('checkout_error', [messages]);
  }

  form.on('checkout_place_order', () => shop.agreed());

  form.on('submit', function () {
    if (form.is('.processing')) return false;
    if (form.triggerHandler('checkout_place_order') === false) return false;
    form.addClass('processing').css('position', 'relative');
    block();
    $.ajax({
      type: 'POST',
      url: shop.url,
      data: form.serialize(),
      dataType: 'json',
      success(result) {
        answer = result;
        if (result.result === 'success') {
          window.location = result.redirect;
          return;
        }
        fail(result.messages);
        if (result.refresh) $(document.body).trigger('update_checkout');
      },
      error() {
        fail('<ul class="woocommerce-error" role="alert"><li>Error processing checkout.</li></ul>');
      },
    });
    return false;
  });

  $(document.body).on('update_checkout', function () {
    $.get(`${document.body.dataset.shop}/section`, function (section) {
      $('#payment').replaceWith(`<div id="payment">${section}</div>`);
      $(document.body).trigger('updated_checkout');
    });
  });

  // What a shop adds that reports the outcome, and takes its overlay away when a send does not come about.
  $(document.body).on('checkout_error', () => answer?.payment && shop.show(answer.payment));
  document.body.addEventListener('card-error', function () {
    form.removeClass('processing');
    unblock();
  });
});
