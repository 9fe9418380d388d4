import { defineReleases } from '../../lib/index.js';
import './compute-node.js';
import './image-meta.js';
import './migration-list.js';
import './pci-device-list.js';
import { nova } from './registry.js';

/**
 * Only `zed` (nova 26) is what a release of nova had. The two before it are illustrative: versions from the log in
 * nova's sources, put together to have something older to write for.
 */
export const releases = defineReleases(
  nova,
  {
    'long-before': {
      ComputeNode: '1.14',
      HVSpec: '1.1',
      PciDevicePoolList: '1.1',
      PciDevicePool: '1.1',
      PciDeviceList: '1.2',
      PciDevice: '1.3',
      ImageMeta: '1.7',
      ImageMetaProps: '1.7',
      MigrationList: '1.2',
      Migration: '1.2',
    },
    before: {
      ComputeNode: '1.19',
      HVSpec: '1.2',
      PciDeviceList: '1.3',
      PciDevice: '1.6',
      ImageMeta: '1.8',
      ImageMetaProps: '1.27',
      MigrationList: '1.5',
      Migration: '1.7',
    },
    zed: { PciDevice: '1.7', ImageMetaProps: '1.34' },
  },
  { window: 2 },
);
