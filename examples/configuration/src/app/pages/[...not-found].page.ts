import { injectResponse } from '@analogjs/router/tokens';
import { Component } from '@angular/core';

@Component({ selector: 'app-not-found', template: `<h1>No such page</h1>` })
export default class NotFoundPage {
  constructor() {
    const response = injectResponse();
    if (response) response.statusCode = 404;
  }
}
