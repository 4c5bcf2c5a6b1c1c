import { expect, it } from 'vitest';
import { openEvidence } from '../../src/evidence/record/store.ts';
import { recommendedNode } from './versions.ts';

it('every record was made on the recommended Node', () => {
  const store = openEvidence('examples');
  const others = store.names.filter((name) => {
    const { json } = store.file(name);
    // Load records contain the exact version.
    return json['kind'] !== 'load' && json['node'] !== recommendedNode;
  });
  expect(others).toEqual([]);
});
