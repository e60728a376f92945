/* global jQuery, shop */
jQuery(function ($) {
  $('#checkout').validate({
    rules: { terms: 'required' },
    invalidHandler: shop.agreed,
    submitHandler(form) {
      $.ajax({ type: 'POST', url: shop.url, data: $(form).serialize() }).done(shop.show);
    },
  });
});
