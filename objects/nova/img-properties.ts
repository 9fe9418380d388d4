import { field } from '../../lib/index.js';
import { HwDeviceProperties } from './hw-device-properties.js';
import { type HypervisorType, hypervisorTypes } from './hypervisor-types.js';
import { type SignatureKeyType, signatureKeyTypes } from './signature-key-types.js';

/** The properties that speak of the image itself: its hypervisor, its disks, its signature. */
export abstract class ImgProperties extends HwDeviceProperties {
  @field.boolean({ optional: true }) imgBittorrent?: boolean;
  @field.boolean({ optional: true }) imgBdmV2?: boolean;

  @field.list(field.dict(field.string({ nullable: true })), { optional: true })
  imgBlockDeviceMapping?: Record<string, string | null>[];

  @field.boolean({ optional: true }) imgCacheInNova?: boolean;
  @field.integer({ optional: true }) imgCompressionLevel?: number;
  @field.versionPredicate({ optional: true, since: '1.2' }) imgHvRequestedVersion?: string;
  @field.enum(hypervisorTypes, { optional: true, since: '1.2' }) imgHvType?: HypervisorType;

  @field.enum(['optional', 'mandatory'], { optional: true, since: '1.7' })
  imgConfigDrive?: 'optional' | 'mandatory';

  @field.boolean({ optional: true }) imgLinkedClone?: boolean;

  @field.list(field.dict(field.string({ nullable: true })), { optional: true })
  imgMappings?: Record<string, string | null>[];

  @field.string({ optional: true }) imgOwnerId?: string;
  @field.string({ optional: true }) imgRootDeviceName?: string;
  @field.boolean({ optional: true }) imgUseAgent?: boolean;
  @field.integer({ optional: true }) imgVersion?: number;

  @field.string({ optional: true, since: '1.12' }) imgSignature?: string;

  @field.enum(['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'], { optional: true, since: '1.12' })
  imgSignatureHashMethod?: 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

  @field.uuid({ optional: true, since: '1.12' }) imgSignatureCertificateUuid?: string;
  @field.enum(signatureKeyTypes, { optional: true, since: '1.12' }) imgSignatureKeyType?: SignatureKeyType;
  @field.boolean({ optional: true, since: '1.19' }) imgHideHypervisorId?: boolean;
}
