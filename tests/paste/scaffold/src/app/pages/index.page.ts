import { Component } from '@angular/core';

@Component({ template: '<h1>New app</h1>' })
export default class HomePage {}
