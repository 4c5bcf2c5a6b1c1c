import { HttpErrorResponse, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** Shows the error of a request as it is. */
@Component({ selector: 'app-error', template: `<pre>{{ shown() }}</pre>` })
export default class ErrorPage {
  protected readonly id = inject(ActivatedRoute).snapshot.paramMap.get('id');
  protected readonly order = httpResource(() => `/api/orders/${this.id}`);
  protected readonly shown = computed(() => {
    const error = this.order.error();
    if (!error) return '';
    const body = ['error', 'data'].find(
      (name) => typeof Reflect.get(error, name) === 'object',
    );
    const isHttpError = error instanceof HttpErrorResponse;
    return `${error.name} ${isHttpError} ${body}`;
  });
}
