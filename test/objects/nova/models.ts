import { modelOf, type ObjectClass } from '../../../lib/index.js';
import {
  ComputeNode,
  HVSpec,
  ImageMeta,
  ImageMetaProps,
  Migration,
  MigrationList,
  PciDevice,
  PciDeviceList,
  PciDevicePool,
  PciDevicePoolList,
} from '../../../objects/nova/index.js';

export const classes: readonly ObjectClass[] = [
  ComputeNode,
  HVSpec,
  PciDevicePoolList,
  PciDevicePool,
  PciDevice,
  PciDeviceList,
  ImageMeta,
  ImageMetaProps,
  Migration,
  MigrationList,
];

export const models = classes.map((Class) => modelOf(Class));
