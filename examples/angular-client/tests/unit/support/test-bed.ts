// Angular's packages are compiled to the end where they are used.
import '@angular/compiler';
import { getTestBed, TestBed } from '@angular/core/testing';
import {
  BrowserTestingModule,
  platformBrowserTesting,
} from '@angular/platform-browser/testing';
import { afterEach } from 'vitest';

// The files of tests share one world, and each of them comes by here.
getTestBed().resetTestEnvironment();
getTestBed().initTestEnvironment(
  BrowserTestingModule,
  platformBrowserTesting(),
);

// Destroys what a test has made, with its sockets and timers.
afterEach(() => TestBed.resetTestingModule());
