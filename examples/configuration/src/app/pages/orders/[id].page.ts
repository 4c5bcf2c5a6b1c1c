import { injectResponse } from '@analogjs/router/tokens';
import { HttpErrorResponse, httpResource } from '@angular/common/http';
import { Component, effect, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { errorMessage } from '../../error-message';

@Component({
  selector: 'app-order-page',
  template: `
    <h1>Order {{ id }}</h1>
    @if (order.hasValue()) {
      <p>State: {{ order.value().state }}</p>
    } @else if (order.error()) {
      <p role="alert">{{ errorMessage(order.error()) }}</p>
    }
  `,
})
export default class OrderPage {
  protected readonly errorMessage = errorMessage;
  protected readonly id = inject(ActivatedRoute).snapshot.paramMap.get('id');
  protected readonly order = httpResource<{ state: string }>(
    () => `/api/orders/${this.id}`,
  );

  constructor() {
    // The response for the page; missing in the browser.
    const response = injectResponse();
    effect(() => {
      const error = this.order.error();
      if (response && error instanceof HttpErrorResponse) {
        response.statusCode = error.status;
      }
    });
  }
}
