import type { ReportData } from '../../../lib/compat/report/report-data.js';

const before = {
  'versioned_object.version': '1.2',
  'versioned_object.data': {
    name: '<script>alert("& so on")</script>',
    tags: ['a', 'b'],
    empty: {},
    none: [],
  },
};
const after = {
  'versioned_object.version': '1.0',
  'versioned_object.data': { title: '<script>alert("& so on")</script>', tags: ['a'], empty: {}, none: [] },
};

/** A report of two objects: one with a cell of each outcome, one that never changed. */
export const sampleReport: ReportData = {
  title: 'backlevel: <b>services</b> & "objects"',
  releases: ['first', 'second'],
  window: ['second'],
  seed: 7,
  runs: 200,
  objects: [
    {
      object: 'shop.Server',
      versions: [
        { version: '1.0', releases: ['first'], changes: [] },
        { version: '1.1', releases: [], changes: ['title is called name'] },
        { version: '1.2', releases: ['second'], changes: ['tags is new', 'limits <changed>'] },
      ],
      pairs: [
        {
          writer: '1.1',
          reader: '1.0',
          outcome: 'lossless',
          summary: '200 payloads',
          examples: [{ before, after, losses: [] }],
        },
        {
          writer: '1.2',
          reader: '1.0',
          outcome: 'lossy',
          summary: '200 payloads, 30 with losses',
          examples: [{ before, after, losses: [{ path: '/tags/1', kind: 'dropped', declared: true }] }],
        },
        {
          writer: '1.2',
          reader: '1.1',
          outcome: 'refused',
          summary: '200 payloads, 2 refused',
          examples: [{ before, losses: [], reason: 'cannot write Server at 1.1: tags: too many' }],
        },
      ],
      findings: ['error HOOK_THROWS: shop.Server 1.2'],
    },
    {
      object: 'shop.Shelf',
      versions: [{ version: '1.0', releases: ['first', 'second'], changes: [] }],
      pairs: [],
      findings: [],
    },
  ],
};
