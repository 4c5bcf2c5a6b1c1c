// Compiles Angular's partially compiled packages.
import '@angular/compiler';
import { getTestBed, TestBed } from '@angular/core/testing';
import {
  BrowserTestingModule,
  platformBrowserTesting,
} from '@angular/platform-browser/testing';
import { afterEach } from 'vitest';

// Test files share one environment, and each of them imports this file.
getTestBed().resetTestEnvironment();
getTestBed().initTestEnvironment(
  BrowserTestingModule,
  platformBrowserTesting(),
);

// Destroys the components of a test, with their sockets and timers.
afterEach(() => TestBed.resetTestingModule());
