import 'reflect-metadata';
import { Expose, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsIP,
  IsMACAddress,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  HOST_STATUSES,
  type HostStatus,
  POWER_STATES,
  type PowerState,
  type Status,
  STATUSES,
  VNIC_TYPES,
  type VnicType,
} from '../../workload/server-data.js';

// One tree has one version here, a number: the flavor follows the server's.

export class Flavor {
  @IsInt() id!: number;
  @IsString() name!: string;
  @IsInt() vcpus!: number;
  @IsInt() memoryMb!: number;
  @IsInt() diskGb!: number;
  @IsBoolean() isPublic!: boolean;
  @IsNumber() rxtxFactor!: number;
  @Expose({ since: 1.7 }) @IsOptional() @IsString() description: string | null = null;
}

export class Port {
  @IsUUID() uuid!: string;
  @IsUUID() networkId!: string;
  @IsMACAddress() mac!: string;
  @IsIP(4) ip!: string;
  @IsIn(VNIC_TYPES) vnicType!: VnicType;
  @IsInt() mtu!: number;
}

export class Server {
  @IsUUID() uuid!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() description!: string | null;
  @IsIn(STATUSES) status!: Status;
  @Transform(
    ({ value }: { value: number | PowerState }) => (typeof value === 'number' ? POWER_STATES[value] : value),
    {
      toClassOnly: true,
      until: 1.5,
    },
  )
  @Transform(({ value }: { value: PowerState }) => POWER_STATES.indexOf(value), {
    toPlainOnly: true,
    until: 1.5,
  })
  @IsIn(POWER_STATES)
  powerState!: PowerState;
  @Expose({ since: 1.6 }) @IsOptional() @IsIn(HOST_STATUSES) hostStatus: HostStatus | null = null;
  @IsString() hostname!: string;
  @IsString() projectId!: string;
  @Expose({ since: 1.5 }) @IsOptional() @IsUUID() imageId: string | null = null;
  @IsOptional() @IsString() availabilityZone!: string | null;
  @IsOptional() @IsString() keyName!: string | null;
  @IsInt() memoryMb!: number;
  @IsNumber() load!: number;
  @IsNumber() price!: number;
  @Expose({ since: 1.7 }) @IsInt() progress = 0;
  @Expose({ since: 1.7 }) @IsBoolean() locked = false;
  @IsBoolean() autoRecover!: boolean;
  @Type(() => Date) @IsDate() createdAt!: Date;
  @Type(() => Date) @IsDate() updatedAt!: Date;
  @IsString({ each: true }) tags!: string[];
  @IsObject() metadata!: Record<string, string>;
  @Type(() => Flavor) @ValidateNested() flavor!: Flavor;
  @Type(() => Port) @ValidateNested({ each: true }) ports!: Port[];

  /** What 1.4 called `imageId`: a property has one name here, so the older one is a property too. */
  @Expose({ until: 1.5 })
  get imageRef(): string | null {
    return this.imageId;
  }

  set imageRef(id: string | null) {
    this.imageId = id;
  }
}

export class Agent {
  @IsUUID() uuid!: string;
  @IsString() host!: string;
  @IsString() program!: string;
  @IsBoolean() alive!: boolean;
  @Expose({ since: 1.1 }) @IsInt() reports = 0;
  @IsString() build!: string;
}
