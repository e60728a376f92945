/* global document, jQuery, shop */
jQuery(function ($) {
  $('#checkout').validate({
    rules: { terms: 'required', email: { required: true, remote: `${document.body.dataset.shop}/marker` } },
    invalidHandler: shop.agreed,
  });
});
