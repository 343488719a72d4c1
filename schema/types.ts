// Made of schema/supergraph.graphql: npm run codegen. Not to be edited.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  CountryCode: { input: string; output: string; }
  CurrencyCode: { input: string; output: string; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  PartialDate: { input: string; output: string; }
  RoundedCount: { input: string; output: string; }
  SubdivisionCode: { input: string; output: string; }
};

export type AgreementQuota = {
  readonly state: Scalars['CountryCode']['output'];
  readonly agreement: Scalars['String']['output'];
  readonly purposes: ReadonlyArray<Purpose>;
  readonly kind: QuotaKind;
  readonly limit: Scalars['Int']['output'];
  readonly used: Scalars['Int']['output'];
  readonly left: Scalars['Int']['output'];
  readonly refillsAt: Scalars['DateTime']['output'];
};

export type AmmunitionLot = {
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
};

export type ArmsItem = {
  readonly category?: Maybe<FirearmCategory>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly make?: Maybe<Scalars['String']['output']>;
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
};

export type ArmsTransferLicence = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly licenceNumber?: Maybe<Scalars['String']['output']>;
  readonly counterpartLicenceNumber?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<LicenceKind>;
  readonly issuedOn?: Maybe<Scalars['Date']['output']>;
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
  readonly exportingState?: Maybe<Scalars['CountryCode']['output']>;
  readonly importingState?: Maybe<Scalars['CountryCode']['output']>;
  readonly transitStates?: Maybe<ReadonlyArray<Maybe<Scalars['CountryCode']['output']>>>;
  readonly broker?: Maybe<Scalars['String']['output']>;
  readonly endUser?: Maybe<Scalars['String']['output']>;
  readonly items?: Maybe<ReadonlyArray<Maybe<ArmsItem>>>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  readonly quantityTransferred?: Maybe<Scalars['Int']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
  readonly valueCurrency?: Maybe<Scalars['CurrencyCode']['output']>;
};

export type ArmsTransferLicenceConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<ArmsTransferLicenceEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type ArmsTransferLicenceEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<ArmsTransferLicence>;
};

export type ArmsTransferLicenceFilter = {
  readonly licenceNumber?: InputMaybe<StringFilter>;
  readonly counterpartLicenceNumber?: InputMaybe<StringFilter>;
  readonly kind?: InputMaybe<LicenceKindFilter>;
  readonly issuedOn?: InputMaybe<DateFilter>;
  readonly validUntil?: InputMaybe<DateFilter>;
  readonly exportingState?: InputMaybe<CountryFilter>;
  readonly importingState?: InputMaybe<CountryFilter>;
  readonly endUser?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type ArmsTransferLicenceSort = {
  readonly field: ArmsTransferLicenceSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type ArmsTransferLicenceSortField =
  | 'recordedAt'
  | 'issuedOn'
  | 'validUntil';

export type Asset = {
  readonly kind?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
  readonly currency?: Maybe<Scalars['CurrencyCode']['output']>;
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
};

export type AssetFreeze = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly orderedOn?: Maybe<Scalars['Date']['output']>;
  readonly court?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<FreezeStatus>;
  readonly assets?: Maybe<ReadonlyArray<Maybe<Asset>>>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
};

export type AssetFreezeConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<AssetFreezeEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type AssetFreezeEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<AssetFreeze>;
};

export type AssetFreezeFilter = {
  readonly orderedOn?: InputMaybe<DateFilter>;
  readonly court?: InputMaybe<StringFilter>;
  readonly status?: InputMaybe<FreezeStatusFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type AssetFreezeSort = {
  readonly field: AssetFreezeSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type AssetFreezeSortField =
  | 'recordedAt'
  | 'orderedOn';

export type AssistanceDirection =
  | 'OFFERED'
  | 'REQUESTED';

export type AssistanceDirectionFilter = {
  readonly eq?: InputMaybe<AssistanceDirection>;
  readonly in?: InputMaybe<ReadonlyArray<AssistanceDirection>>;
};

export type AssistanceKind =
  | 'TRAINING'
  | 'EQUIPMENT'
  | 'EXPERTS'
  | 'LEGISLATION'
  | 'INFORMATION_SYSTEMS'
  | 'FORENSICS';

export type AssistanceKindFilter = {
  readonly eq?: InputMaybe<AssistanceKind>;
  readonly in?: InputMaybe<ReadonlyArray<AssistanceKind>>;
};

export type AssociationCriterion = {
  readonly kind?: Maybe<CriterionKind>;
  readonly evidence?: Maybe<Scalars['String']['output']>;
  readonly on?: Maybe<Scalars['Date']['output']>;
};

export type AssociationRole =
  | 'MEMBER'
  | 'ASSOCIATE'
  | 'LEADER'
  | 'COLLABORATOR'
  | 'FORMER_MEMBER';

export type AssociationRoleFilter = {
  readonly eq?: InputMaybe<AssociationRole>;
  readonly in?: InputMaybe<ReadonlyArray<AssociationRole>>;
};

export type AuditCount = {
  readonly value: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

export type AuditCounts = {
  readonly total: Scalars['Int']['output'];
  readonly byAgency: ReadonlyArray<AuditCount>;
  readonly byPurpose: ReadonlyArray<AuditCount>;
  readonly byHour: ReadonlyArray<AuditCount>;
  readonly byState: ReadonlyArray<AuditCount>;
  readonly byOutcome: ReadonlyArray<AuditCount>;
};

export type AuditEntry = {
  readonly number: Scalars['Int']['output'];
  readonly type: Scalars['String']['output'];
  readonly time: Scalars['DateTime']['output'];
  readonly requestId: Scalars['String']['output'];
  readonly agency?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  readonly officer?: Maybe<Scalars['String']['output']>;
  readonly client?: Maybe<Scalars['String']['output']>;
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly sourceAddress?: Maybe<Scalars['String']['output']>;
  readonly purpose?: Maybe<Scalars['String']['output']>;
  readonly case?: Maybe<Scalars['String']['output']>;
  readonly urgency?: Maybe<Scalars['String']['output']>;
  readonly operationName?: Maybe<Scalars['String']['output']>;
  readonly operationSha256?: Maybe<Scalars['String']['output']>;
  readonly outcome: Scalars['String']['output'];
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly isSealed: Scalars['Boolean']['output'];
  readonly states: ReadonlyArray<AuditState>;
  readonly readings: ReadonlyArray<AuditReading>;
};

export type AuditFilter = {
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  readonly officer?: InputMaybe<Scalars['String']['input']>;
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  readonly case?: InputMaybe<Scalars['String']['input']>;
  readonly state?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly record?: InputMaybe<Scalars['ID']['input']>;
  readonly coordinate?: InputMaybe<Scalars['String']['input']>;
  readonly outcome?: InputMaybe<Scalars['String']['input']>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly type?: InputMaybe<Scalars['String']['input']>;
};

export type AuditPage = {
  readonly entries: ReadonlyArray<AuditEntry>;
  readonly next?: Maybe<Scalars['String']['output']>;
};

export type AuditReading = {
  readonly of: Scalars['String']['output'];
  readonly by: ReadonlyArray<Scalars['String']['output']>;
  readonly entries: ReadonlyArray<Scalars['Int']['output']>;
};

export type AuditSign = {
  readonly kind: AuditSignKind;
  readonly subject: Scalars['String']['output'];
  readonly explanationEnglish: Scalars['String']['output'];
  readonly explanationSpanish: Scalars['String']['output'];
  readonly entries: ReadonlyArray<Scalars['Int']['output']>;
};

export type AuditSignKind =
  | 'MANY_RECORDS_FOR_ONE_CASE'
  | 'UNUSUAL_HOUR'
  | 'PERSON_READ_BY_MANY'
  | 'CASE_OF_SEVERAL_AGENCIES'
  | 'PURPOSE_DOES_NOT_FIT';

export type AuditSignReport = {
  readonly signs: ReadonlyArray<AuditSign>;
  readonly found: ReadonlyArray<AuditCount>;
  readonly examined: Scalars['Int']['output'];
  readonly complete: Scalars['Boolean']['output'];
  readonly explanationEnglish: Scalars['String']['output'];
  readonly explanationSpanish: Scalars['String']['output'];
};

export type AuditState = {
  readonly code: Scalars['CountryCode']['output'];
  readonly status: Scalars['String']['output'];
  readonly ms?: Maybe<Scalars['Float']['output']>;
  readonly jti?: Maybe<Scalars['String']['output']>;
  readonly agreements: ReadonlyArray<Scalars['String']['output']>;
  readonly agreementsDigest?: Maybe<Scalars['String']['output']>;
  readonly legalBasis: ReadonlyArray<Scalars['String']['output']>;
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
  readonly shown: ReadonlyArray<Scalars['String']['output']>;
  readonly withheld: ReadonlyArray<AuditWithheld>;
};

export type AuditWithheld = {
  readonly coordinate: Scalars['String']['output'];
  readonly reason: Scalars['String']['output'];
  readonly agreement?: Maybe<Scalars['String']['output']>;
  readonly records?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};

export type BestPractice = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<ProgrammeKind>;
  readonly targetGroup?: Maybe<TargetGroup>;
  readonly territory?: Maybe<ReadonlyArray<Maybe<Scalars['SubdivisionCode']['output']>>>;
  readonly publishedOn?: Maybe<Scalars['Date']['output']>;
  readonly results?: Maybe<Scalars['String']['output']>;
  readonly documents?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};

export type BestPracticeConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<BestPracticeEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type BestPracticeEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<BestPractice>;
};

export type BestPracticeFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly kind?: InputMaybe<ProgrammeKindFilter>;
  readonly targetGroup?: InputMaybe<TargetGroupFilter>;
  readonly publishedOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type BestPracticeSort = {
  readonly field: BestPracticeSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type BestPracticeSortField =
  | 'recordedAt'
  | 'name'
  | 'publishedOn';

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CaseStatus =
  | 'INVESTIGATION'
  | 'PROSECUTION'
  | 'TRIAL'
  | 'CONVICTED'
  | 'ACQUITTED'
  | 'CLOSED';

export type CaseStatusFilter = {
  readonly eq?: InputMaybe<CaseStatus>;
  readonly in?: InputMaybe<ReadonlyArray<CaseStatus>>;
};

export type ClandestineLaboratory = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly foundOn?: Maybe<Scalars['Date']['output']>;
  readonly place?: Maybe<Place>;
  readonly product?: Maybe<Scalars['String']['output']>;
  readonly productCategory?: Maybe<DrugCategory>;
  readonly capacityKilogramsPerMonth?: Maybe<Scalars['Float']['output']>;
  readonly precursorsFound?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly seizingOrganization?: Maybe<Scalars['String']['output']>;
};

export type ClandestineLaboratoryConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<ClandestineLaboratoryEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type ClandestineLaboratoryEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<ClandestineLaboratory>;
};

export type ClandestineLaboratoryFilter = {
  readonly foundOn?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly product?: InputMaybe<StringFilter>;
  readonly productCategory?: InputMaybe<DrugCategoryFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type ClandestineLaboratorySort = {
  readonly field: ClandestineLaboratorySortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type ClandestineLaboratorySortField =
  | 'recordedAt'
  | 'foundOn'
  | 'capacityKilogramsPerMonth';

export type Clique = {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly subdivision?: Maybe<Scalars['SubdivisionCode']['output']>;
  readonly municipality?: Maybe<Scalars['String']['output']>;
  readonly estimatedMembers?: Maybe<Scalars['Int']['output']>;
};

export type Commodity =
  | 'COCAINE'
  | 'HEROIN'
  | 'CANNABIS'
  | 'SYNTHETIC_DRUGS'
  | 'PRECURSORS'
  | 'FIREARMS'
  | 'PERSONS'
  | 'CASH'
  | 'OTHER';

export type CommodityFilter = {
  readonly eq?: InputMaybe<Commodity>;
  readonly in?: InputMaybe<ReadonlyArray<Commodity>>;
};

export type ContactDomain =
  | 'GANGS'
  | 'DRUGS'
  | 'PRECURSORS'
  | 'FIREARMS'
  | 'PERSONS'
  | 'MONEY'
  | 'CORRUPTION'
  | 'CUSTOMS'
  | 'PREVENTION';

export type ContactDomainFilter = {
  readonly eq?: InputMaybe<ContactDomain>;
  readonly in?: InputMaybe<ReadonlyArray<ContactDomain>>;
};

export type ContactPoint = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly organization?: Maybe<Scalars['String']['output']>;
  readonly domain?: Maybe<ContactDomain>;
  readonly hours?: Maybe<Scalars['String']['output']>;
  readonly languages?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
};

export type ContactPointConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<ContactPointEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type ContactPointEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<ContactPoint>;
};

export type ContactPointFilter = {
  readonly organization?: InputMaybe<StringFilter>;
  readonly domain?: InputMaybe<ContactDomainFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type ContactPointSort = {
  readonly field: ContactPointSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type ContactPointSortField =
  | 'recordedAt'
  | 'organization';

export type Conveyance = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly kind?: Maybe<ConveyanceKind>;
  readonly registration?: Maybe<Scalars['String']['output']>;
  readonly registrationCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly vin?: Maybe<Scalars['String']['output']>;
  readonly imo?: Maybe<Scalars['String']['output']>;
  readonly tail?: Maybe<Scalars['String']['output']>;
  readonly make?: Maybe<Scalars['String']['output']>;
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly year?: Maybe<Scalars['Int']['output']>;
  readonly colour?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<ConveyanceStatus>;
  readonly statusOn?: Maybe<Scalars['Date']['output']>;
  readonly elsewhere?: Maybe<ReadonlyArray<ConveyanceLookup>>;
};


export type ConveyanceElsewhereArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type ConveyanceConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<ConveyanceEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type ConveyanceEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Conveyance>;
};

export type ConveyanceFilter = {
  readonly kind?: InputMaybe<ConveyanceKindFilter>;
  readonly registration?: InputMaybe<StringFilter>;
  readonly registrationCountry?: InputMaybe<CountryFilter>;
  readonly vin?: InputMaybe<StringFilter>;
  readonly imo?: InputMaybe<StringFilter>;
  readonly tail?: InputMaybe<StringFilter>;
  readonly make?: InputMaybe<StringFilter>;
  readonly model?: InputMaybe<StringFilter>;
  readonly status?: InputMaybe<ConveyanceStatusFilter>;
  readonly statusOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type ConveyanceKind =
  | 'VEHICLE'
  | 'VESSEL'
  | 'AIRCRAFT';

export type ConveyanceKindFilter = {
  readonly eq?: InputMaybe<ConveyanceKind>;
  readonly in?: InputMaybe<ReadonlyArray<ConveyanceKind>>;
};

export type ConveyanceLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly vin?: Maybe<Scalars['String']['output']>;
  readonly imo?: Maybe<Scalars['String']['output']>;
  readonly tail?: Maybe<Scalars['String']['output']>;
  readonly registration?: Maybe<Scalars['String']['output']>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<Conveyance>>>;
};

export type ConveyanceMode =
  | 'ROAD'
  | 'SEA'
  | 'AIR'
  | 'RAIL'
  | 'RIVER'
  | 'MAIL'
  | 'FOOT'
  | 'OTHER';

export type ConveyanceModeFilter = {
  readonly eq?: InputMaybe<ConveyanceMode>;
  readonly in?: InputMaybe<ReadonlyArray<ConveyanceMode>>;
};

export type ConveyanceSort = {
  readonly field: ConveyanceSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type ConveyanceSortField =
  | 'recordedAt'
  | 'statusOn';

export type ConveyanceStatus =
  | 'STOLEN'
  | 'SEIZED'
  | 'WANTED'
  | 'RECOVERED'
  | 'CLEAR';

export type ConveyanceStatusFilter = {
  readonly eq?: InputMaybe<ConveyanceStatus>;
  readonly in?: InputMaybe<ReadonlyArray<ConveyanceStatus>>;
};

export type CorruptionCase = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly office?: Maybe<Scalars['String']['output']>;
  readonly offence?: Maybe<CorruptionOffence>;
  readonly status?: Maybe<CaseStatus>;
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  readonly instrument?: Maybe<Scalars['String']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
};

export type CorruptionCaseConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<CorruptionCaseEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type CorruptionCaseEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<CorruptionCase>;
};

export type CorruptionCaseFilter = {
  readonly office?: InputMaybe<StringFilter>;
  readonly offence?: InputMaybe<CorruptionOffenceFilter>;
  readonly status?: InputMaybe<CaseStatusFilter>;
  readonly openedOn?: InputMaybe<DateFilter>;
  readonly instrument?: InputMaybe<StringFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type CorruptionCaseSort = {
  readonly field: CorruptionCaseSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type CorruptionCaseSortField =
  | 'recordedAt'
  | 'openedOn';

export type CorruptionOffence =
  | 'BRIBERY'
  | 'EMBEZZLEMENT'
  | 'TRADING_IN_INFLUENCE'
  | 'ABUSE_OF_FUNCTIONS'
  | 'ILLICIT_ENRICHMENT'
  | 'OBSTRUCTION_OF_JUSTICE'
  | 'LAUNDERING_OF_PROCEEDS';

export type CorruptionOffenceFilter = {
  readonly eq?: InputMaybe<CorruptionOffence>;
  readonly in?: InputMaybe<ReadonlyArray<CorruptionOffence>>;
};

export type CountryFilter = {
  readonly eq?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type CriminalActivity =
  | 'DRUG_TRAFFICKING'
  | 'FIREARMS_TRAFFICKING'
  | 'EXTORTION'
  | 'HOMICIDE'
  | 'KIDNAPPING'
  | 'ROBBERY'
  | 'MONEY_LAUNDERING'
  | 'HUMAN_TRAFFICKING'
  | 'MIGRANT_SMUGGLING'
  | 'CORRUPTION'
  | 'OTHER';

export type CriminalOrganization = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly category?: Maybe<OrganizationCategory>;
  readonly activities?: Maybe<ReadonlyArray<Maybe<CriminalActivity>>>;
  readonly estimatedMembers?: Maybe<Scalars['Int']['output']>;
  readonly leaders?: Maybe<ReadonlyArray<Maybe<Leader>>>;
  readonly firstSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly territory?: Maybe<ReadonlyArray<Maybe<Scalars['SubdivisionCode']['output']>>>;
  readonly members?: Maybe<PersonConnection>;
  readonly elsewhere?: Maybe<ReadonlyArray<OrganizationLookup>>;
};


export type CriminalOrganizationMembersArgs = {
  filter?: InputMaybe<PersonFilter>;
  sort?: InputMaybe<PersonSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type CriminalOrganizationElsewhereArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type CriminalOrganizationConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<CriminalOrganizationEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type CriminalOrganizationEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<CriminalOrganization>;
};

export type CriminalOrganizationFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly category?: InputMaybe<OrganizationCategoryFilter>;
  readonly firstSeenOn?: InputMaybe<DateFilter>;
  readonly lastSeenOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type CriminalOrganizationSort = {
  readonly field: CriminalOrganizationSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type CriminalOrganizationSortField =
  | 'recordedAt'
  | 'name'
  | 'estimatedMembers'
  | 'firstSeenOn'
  | 'lastSeenOn';

export type CriterionKind =
  | 'SELF_ADMISSION'
  | 'RELIABLE_INFORMANT'
  | 'ARREST_WITH_MEMBERS'
  | 'TATTOO'
  | 'SIGN_OR_SYMBOL'
  | 'CORRESPONDENCE'
  | 'SURVEILLANCE'
  | 'COURT_FINDING';

export type CustodyEvent = {
  readonly kind?: Maybe<CustodyEventKind>;
  readonly on?: Maybe<Scalars['PartialDate']['output']>;
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  readonly place?: Maybe<Place>;
  readonly organization?: Maybe<Scalars['String']['output']>;
};

export type CustodyEventKind =
  | 'MANUFACTURE'
  | 'IMPORT'
  | 'WHOLESALE'
  | 'RETAIL_SALE'
  | 'THEFT'
  | 'SEIZURE';

export type DateFilter = {
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
};

export type DestructionMethod =
  | 'SMELTING'
  | 'CUTTING'
  | 'CRUSHING'
  | 'SHREDDING'
  | 'BURNING'
  | 'DETONATION'
  | 'OTHER';

export type DestructionMethodFilter = {
  readonly eq?: InputMaybe<DestructionMethod>;
  readonly in?: InputMaybe<ReadonlyArray<DestructionMethod>>;
};

export type DestructionOrigin =
  | 'SEIZED'
  | 'SURPLUS'
  | 'OBSOLETE';

export type DestructionOriginFilter = {
  readonly eq?: InputMaybe<DestructionOrigin>;
  readonly in?: InputMaybe<ReadonlyArray<DestructionOrigin>>;
};

export type DestructionRecord = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly destroyedOn?: Maybe<Scalars['Date']['output']>;
  readonly method?: Maybe<DestructionMethod>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  readonly origin?: Maybe<DestructionOrigin>;
  readonly place?: Maybe<Place>;
  readonly items?: Maybe<ReadonlyArray<Maybe<ArmsItem>>>;
  readonly witnessedBy?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};

export type DestructionRecordConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<DestructionRecordEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type DestructionRecordEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<DestructionRecord>;
};

export type DestructionRecordFilter = {
  readonly destroyedOn?: InputMaybe<DateFilter>;
  readonly method?: InputMaybe<DestructionMethodFilter>;
  readonly quantity?: InputMaybe<NumberFilter>;
  readonly origin?: InputMaybe<DestructionOriginFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type DestructionRecordSort = {
  readonly field: DestructionRecordSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type DestructionRecordSortField =
  | 'recordedAt'
  | 'destroyedOn'
  | 'quantity';

export type Domain =
  | 'FIREARMS'
  | 'ARMS_CONTROL'
  | 'DRUGS'
  | 'PRECURSORS'
  | 'ROUTES'
  | 'PERSONS'
  | 'ORGANIZATIONS'
  | 'GANGS'
  | 'MONEY'
  | 'PREVENTION'
  | 'LAW'
  | 'CONTACTS';

export type DrugCategory =
  | 'COCAINE_TYPE'
  | 'CANNABIS_TYPE'
  | 'OPIOIDS'
  | 'AMPHETAMINE_TYPE'
  | 'PRECURSORS'
  | 'OTHER';

export type DrugCategoryFilter = {
  readonly eq?: InputMaybe<DrugCategory>;
  readonly in?: InputMaybe<ReadonlyArray<DrugCategory>>;
};

export type DrugForm =
  | 'POWDER'
  | 'PASTE'
  | 'LIQUID'
  | 'TABLET'
  | 'PLANT'
  | 'RESIN'
  | 'SEED'
  | 'OTHER';

export type DrugFormFilter = {
  readonly eq?: InputMaybe<DrugForm>;
  readonly in?: InputMaybe<ReadonlyArray<DrugForm>>;
};

export type DrugSeizure = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly seizedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly place?: Maybe<Place>;
  readonly substance?: Maybe<Scalars['String']['output']>;
  readonly category?: Maybe<DrugCategory>;
  readonly form?: Maybe<DrugForm>;
  readonly quantityKilograms?: Maybe<Scalars['Float']['output']>;
  readonly quantityUnits?: Maybe<Scalars['Float']['output']>;
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly purityPercent?: Maybe<Scalars['Float']['output']>;
  readonly packagingMarks?: Maybe<Scalars['String']['output']>;
  readonly method?: Maybe<Scalars['String']['output']>;
  readonly installation?: Maybe<Scalars['String']['output']>;
  readonly transport?: Maybe<Scalars['String']['output']>;
  readonly mode?: Maybe<ConveyanceMode>;
  readonly conveyance?: Maybe<Conveyance>;
  readonly seizingOrganization?: Maybe<Scalars['String']['output']>;
  readonly concealment?: Maybe<Scalars['String']['output']>;
  readonly circumstances?: Maybe<Scalars['String']['output']>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly transit?: Maybe<ReadonlyArray<Maybe<Scalars['CountryCode']['output']>>>;
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly route?: Maybe<TraffickingRoute>;
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  readonly organizations?: Maybe<ReadonlyArray<Maybe<CriminalOrganization>>>;
  readonly disposition?: Maybe<Scalars['String']['output']>;
};

export type DrugSeizureConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<DrugSeizureEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type DrugSeizureEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<DrugSeizure>;
};

export type DrugSeizureFilter = {
  readonly seizedAt?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly substance?: InputMaybe<StringFilter>;
  readonly category?: InputMaybe<DrugCategoryFilter>;
  readonly form?: InputMaybe<DrugFormFilter>;
  readonly quantityKilograms?: InputMaybe<NumberFilter>;
  readonly packagingMarks?: InputMaybe<StringFilter>;
  readonly method?: InputMaybe<StringFilter>;
  readonly installation?: InputMaybe<StringFilter>;
  readonly transport?: InputMaybe<StringFilter>;
  readonly mode?: InputMaybe<ConveyanceModeFilter>;
  readonly seizingOrganization?: InputMaybe<StringFilter>;
  readonly origin?: InputMaybe<CountryFilter>;
  readonly destination?: InputMaybe<CountryFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type DrugSeizureSort = {
  readonly field: DrugSeizureSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type DrugSeizureSortField =
  | 'recordedAt'
  | 'seizedAt'
  | 'quantityKilograms';

export type ExplainedRecords =
  | 'EVERY_RECORD'
  | 'SOME_RECORDS'
  | 'THIS_RECORD';

export type Explanation = {
  readonly state: Scalars['CountryCode']['output'];
  readonly coordinate: Scalars['String']['output'];
  readonly agency: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly purpose: Purpose;
  readonly date: Scalars['String']['output'];
  readonly isFromHistory: Scalars['Boolean']['output'];
  readonly agreementsDigest: Scalars['String']['output'];
  readonly verdict: Verdict;
  readonly verdictEnglish: Scalars['String']['output'];
  readonly verdictSpanish: Scalars['String']['output'];
  readonly mask?: Maybe<Mask>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly because?: Maybe<Scalars['String']['output']>;
  readonly nearest?: Maybe<Scalars['String']['output']>;
  readonly of: ExplainedRecords;
  readonly areMinorsProtected: Scalars['Boolean']['output'];
  readonly applied: ReadonlyArray<GrantAccount>;
  readonly near: ReadonlyArray<GrantAccount>;
};

export type FinancialReport = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly reportCode?: Maybe<FinancialReportCode>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly indicators?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly submittedOn?: Maybe<Scalars['Date']['output']>;
  readonly reportingEntity?: Maybe<Scalars['String']['output']>;
  readonly transactions?: Maybe<ReadonlyArray<Maybe<FinancialTransaction>>>;
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  readonly organizations?: Maybe<ReadonlyArray<Maybe<CriminalOrganization>>>;
};

export type FinancialReportCode =
  | 'STR'
  | 'SAR'
  | 'CTR'
  | 'EFT'
  | 'IFT'
  | 'BCR';

export type FinancialReportCodeFilter = {
  readonly eq?: InputMaybe<FinancialReportCode>;
  readonly in?: InputMaybe<ReadonlyArray<FinancialReportCode>>;
};

export type FinancialReportConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<FinancialReportEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type FinancialReportEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<FinancialReport>;
};

export type FinancialReportFilter = {
  readonly reportCode?: InputMaybe<FinancialReportCodeFilter>;
  readonly submittedOn?: InputMaybe<DateFilter>;
  readonly reportingEntity?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type FinancialReportSort = {
  readonly field: FinancialReportSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type FinancialReportSortField =
  | 'recordedAt'
  | 'submittedOn';

export type FinancialTransaction = {
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly mode?: Maybe<TransactionMode>;
  readonly amount?: Maybe<Scalars['Float']['output']>;
  readonly currency?: Maybe<Scalars['CurrencyCode']['output']>;
  readonly from?: Maybe<Scalars['String']['output']>;
  readonly to?: Maybe<Scalars['String']['output']>;
  readonly fromCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly toCountry?: Maybe<Scalars['CountryCode']['output']>;
};

export type Firearm = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
  readonly serialObliterated?: Maybe<Scalars['Boolean']['output']>;
  readonly make?: Maybe<Scalars['String']['output']>;
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly category?: Maybe<FirearmCategory>;
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly barrelLengthMillimetres?: Maybe<Scalars['Float']['output']>;
  readonly finish?: Maybe<Scalars['String']['output']>;
  readonly countryOfManufacture?: Maybe<Scalars['CountryCode']['output']>;
  readonly yearOfManufacture?: Maybe<Scalars['Int']['output']>;
  readonly importMarkCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly importMarkYear?: Maybe<Scalars['Int']['output']>;
  readonly additionalMarkings?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<FirearmStatus>;
  readonly seizure?: Maybe<FirearmSeizure>;
  readonly tracing?: Maybe<ReadonlyArray<FirearmTrace>>;
  readonly batch?: Maybe<ReadonlyArray<FirearmBatch>>;
};


export type FirearmTracingArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type FirearmBatchArgs = {
  within?: Scalars['Int']['input'];
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type FirearmBatch = {
  readonly state: Scalars['CountryCode']['output'];
  readonly serialNumber: Scalars['String']['output'];
  readonly make: Scalars['String']['output'];
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly within: Scalars['Int']['output'];
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<Firearm>>>;
};

export type FirearmCategory =
  | 'PISTOL'
  | 'REVOLVER'
  | 'RIFLE'
  | 'SHOTGUN'
  | 'SUBMACHINE_GUN'
  | 'MACHINE_GUN'
  | 'OTHER';

export type FirearmCategoryFilter = {
  readonly eq?: InputMaybe<FirearmCategory>;
  readonly in?: InputMaybe<ReadonlyArray<FirearmCategory>>;
};

export type FirearmConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<FirearmEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type FirearmEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Firearm>;
};

export type FirearmFilter = {
  readonly serialNumber?: InputMaybe<StringFilter>;
  readonly serialObliterated?: InputMaybe<BooleanFilter>;
  readonly make?: InputMaybe<StringFilter>;
  readonly model?: InputMaybe<StringFilter>;
  readonly category?: InputMaybe<FirearmCategoryFilter>;
  readonly calibre?: InputMaybe<StringFilter>;
  readonly countryOfManufacture?: InputMaybe<CountryFilter>;
  readonly yearOfManufacture?: InputMaybe<NumberFilter>;
  readonly importMarkCountry?: InputMaybe<CountryFilter>;
  readonly status?: InputMaybe<FirearmStatusFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type FirearmSeizure = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly seizedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly place?: Maybe<Place>;
  readonly method?: Maybe<Scalars['String']['output']>;
  readonly seizingOrganization?: Maybe<Scalars['String']['output']>;
  readonly concealment?: Maybe<Scalars['String']['output']>;
  readonly circumstances?: Maybe<Scalars['String']['output']>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly transit?: Maybe<ReadonlyArray<Maybe<Scalars['CountryCode']['output']>>>;
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly firearms?: Maybe<ReadonlyArray<Maybe<Firearm>>>;
  readonly ammunition?: Maybe<ReadonlyArray<Maybe<AmmunitionLot>>>;
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  readonly organizations?: Maybe<ReadonlyArray<Maybe<CriminalOrganization>>>;
  readonly route?: Maybe<TraffickingRoute>;
  readonly disposition?: Maybe<Scalars['String']['output']>;
};

export type FirearmSeizureConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<FirearmSeizureEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type FirearmSeizureEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<FirearmSeizure>;
};

export type FirearmSeizureFilter = {
  readonly seizedAt?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly method?: InputMaybe<StringFilter>;
  readonly seizingOrganization?: InputMaybe<StringFilter>;
  readonly origin?: InputMaybe<CountryFilter>;
  readonly destination?: InputMaybe<CountryFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type FirearmSeizureSort = {
  readonly field: FirearmSeizureSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type FirearmSeizureSortField =
  | 'recordedAt'
  | 'seizedAt';

export type FirearmSort = {
  readonly field: FirearmSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type FirearmSortField =
  | 'recordedAt'
  | 'serialNumber'
  | 'make'
  | 'model'
  | 'calibre'
  | 'countryOfManufacture'
  | 'status'
  | 'handlingCode';

export type FirearmStatus =
  | 'SEIZED'
  | 'RECOVERED'
  | 'LOST'
  | 'STOLEN'
  | 'TRAFFICKED'
  | 'SURRENDERED'
  | 'STATE_HELD'
  | 'DESTROYED';

export type FirearmStatusFilter = {
  readonly eq?: InputMaybe<FirearmStatus>;
  readonly in?: InputMaybe<ReadonlyArray<FirearmStatus>>;
};

export type FirearmTrace = {
  readonly state: Scalars['CountryCode']['output'];
  readonly serialNumber: Scalars['String']['output'];
  readonly make: Scalars['String']['output'];
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<Firearm>>>;
  readonly chainOfCustody?: Maybe<ReadonlyArray<Maybe<CustodyEvent>>>;
  readonly lastKnownPurchaser?: Maybe<Person>;
  readonly outcome?: Maybe<TraceOutcome>;
  readonly timeToCrimeDays?: Maybe<Scalars['Int']['output']>;
};

export type FreezeStatus =
  | 'REQUESTED'
  | 'FROZEN'
  | 'CONFISCATED'
  | 'RELEASED';

export type FreezeStatusFilter = {
  readonly eq?: InputMaybe<FreezeStatus>;
  readonly in?: InputMaybe<ReadonlyArray<FreezeStatus>>;
};

export type Gang = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly category?: Maybe<OrganizationCategory>;
  readonly activities?: Maybe<ReadonlyArray<Maybe<CriminalActivity>>>;
  readonly estimatedMembers?: Maybe<Scalars['Int']['output']>;
  readonly leaders?: Maybe<ReadonlyArray<Maybe<Leader>>>;
  readonly firstSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly territory?: Maybe<ReadonlyArray<Maybe<Scalars['SubdivisionCode']['output']>>>;
  readonly members?: Maybe<PersonConnection>;
  readonly cliques?: Maybe<ReadonlyArray<Maybe<Clique>>>;
  readonly signs?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly presence?: Maybe<ReadonlyArray<Maybe<GangPresence>>>;
  readonly incidents?: Maybe<GangIncidentConnection>;
  readonly movements?: Maybe<GangMovementConnection>;
  readonly elsewhere?: Maybe<ReadonlyArray<GangLookup>>;
};


export type GangMembersArgs = {
  filter?: InputMaybe<PersonFilter>;
  sort?: InputMaybe<PersonSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type GangIncidentsArgs = {
  filter?: InputMaybe<GangIncidentFilter>;
  sort?: InputMaybe<GangIncidentSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type GangMovementsArgs = {
  filter?: InputMaybe<GangMovementFilter>;
  sort?: InputMaybe<GangMovementSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type GangElsewhereArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type GangAssociation = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly person?: Maybe<Person>;
  readonly gang?: Maybe<Gang>;
  readonly role?: Maybe<AssociationRole>;
  readonly from?: Maybe<Scalars['PartialDate']['output']>;
  readonly until?: Maybe<Scalars['PartialDate']['output']>;
  readonly criteria?: Maybe<ReadonlyArray<Maybe<AssociationCriterion>>>;
  readonly reviewOn?: Maybe<Scalars['Date']['output']>;
  readonly purgeOn?: Maybe<Scalars['Date']['output']>;
  readonly notified?: Maybe<Scalars['Boolean']['output']>;
};

export type GangAssociationConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<GangAssociationEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type GangAssociationEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<GangAssociation>;
};

export type GangAssociationFilter = {
  readonly person?: InputMaybe<PersonReferenceFilter>;
  readonly gang?: InputMaybe<IdFilter>;
  readonly role?: InputMaybe<AssociationRoleFilter>;
  readonly reviewOn?: InputMaybe<DateFilter>;
  readonly purgeOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type GangAssociationSort = {
  readonly field: GangAssociationSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type GangAssociationSortField =
  | 'recordedAt';

export type GangConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<GangEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type GangEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Gang>;
};

export type GangFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly category?: InputMaybe<OrganizationCategoryFilter>;
  readonly firstSeenOn?: InputMaybe<DateFilter>;
  readonly lastSeenOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type GangIncident = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly place?: Maybe<Place>;
  readonly kind?: Maybe<GangIncidentKind>;
  readonly gangs?: Maybe<ReadonlyArray<Maybe<Gang>>>;
  readonly victimsCount?: Maybe<Scalars['Int']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
};

export type GangIncidentConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<GangIncidentEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type GangIncidentEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<GangIncident>;
};

export type GangIncidentFilter = {
  readonly occurredAt?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly kind?: InputMaybe<GangIncidentKindFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type GangIncidentKind =
  | 'HOMICIDE'
  | 'EXTORTION'
  | 'ASSAULT'
  | 'ROBBERY'
  | 'KIDNAPPING'
  | 'THREAT'
  | 'WEAPONS'
  | 'DRUG_DEALING'
  | 'FORCED_DISPLACEMENT'
  | 'OTHER';

export type GangIncidentKindFilter = {
  readonly eq?: InputMaybe<GangIncidentKind>;
  readonly in?: InputMaybe<ReadonlyArray<GangIncidentKind>>;
};

export type GangIncidentSort = {
  readonly field: GangIncidentSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type GangIncidentSortField =
  | 'recordedAt'
  | 'occurredAt';

export type GangLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly name: Scalars['String']['output'];
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<Gang>>>;
};

export type GangMovement = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly gang?: Maybe<Gang>;
  readonly from?: Maybe<Place>;
  readonly to?: Maybe<Place>;
  readonly fromCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly toCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly observedOn?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<GangMovementKind>;
  readonly estimatedMembers?: Maybe<Scalars['Int']['output']>;
  readonly confidencePercent?: Maybe<Scalars['Int']['output']>;
};

export type GangMovementConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<GangMovementEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type GangMovementEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<GangMovement>;
};

export type GangMovementFilter = {
  readonly gang?: InputMaybe<IdFilter>;
  readonly fromCountry?: InputMaybe<CountryFilter>;
  readonly toCountry?: InputMaybe<CountryFilter>;
  readonly observedOn?: InputMaybe<DateFilter>;
  readonly kind?: InputMaybe<GangMovementKindFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type GangMovementKind =
  | 'MIGRATION'
  | 'DEPORTATION'
  | 'RECRUITMENT'
  | 'TRAFFICKING';

export type GangMovementKindFilter = {
  readonly eq?: InputMaybe<GangMovementKind>;
  readonly in?: InputMaybe<ReadonlyArray<GangMovementKind>>;
};

export type GangMovementSort = {
  readonly field: GangMovementSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type GangMovementSortField =
  | 'recordedAt'
  | 'observedOn'
  | 'confidencePercent';

export type GangPresence = {
  readonly subdivision?: Maybe<Scalars['SubdivisionCode']['output']>;
  readonly estimatedMembers?: Maybe<Scalars['Int']['output']>;
  readonly asOf?: Maybe<Scalars['PartialDate']['output']>;
};

export type GangSort = {
  readonly field: GangSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type GangSortField =
  | 'recordedAt'
  | 'name'
  | 'estimatedMembers'
  | 'firstSeenOn'
  | 'lastSeenOn';

export type GrantAccount = {
  readonly agreement: Scalars['String']['output'];
  readonly grant: Scalars['Int']['output'];
  readonly legalBasis: ReadonlyArray<Scalars['String']['output']>;
  readonly mask?: Maybe<Mask>;
  readonly hitOn: ReadonlyArray<Scalars['String']['output']>;
  readonly whereEnglish?: Maybe<Scalars['String']['output']>;
  readonly whereSpanish?: Maybe<Scalars['String']['output']>;
  readonly lacking: ReadonlyArray<Lacking>;
};

export type HandlingCode =
  | 'H0'
  | 'H1'
  | 'H2'
  | 'H3';

export type HandlingCodeFilter = {
  readonly eq?: InputMaybe<HandlingCode>;
  readonly in?: InputMaybe<ReadonlyArray<HandlingCode>>;
};

export type HitStatus =
  | 'HIT'
  | 'NO_HIT';

export type IdFilter = {
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type IllicitCrop =
  | 'COCA_BUSH'
  | 'OPIUM_POPPY'
  | 'CANNABIS_PLANT';

export type IllicitCropFilter = {
  readonly eq?: InputMaybe<IllicitCrop>;
  readonly in?: InputMaybe<ReadonlyArray<IllicitCrop>>;
};

export type IllicitCropSite = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly crop?: Maybe<IllicitCrop>;
  readonly hectares?: Maybe<Scalars['Float']['output']>;
  readonly eradicatedHectares?: Maybe<Scalars['Float']['output']>;
  readonly surveyedOn?: Maybe<Scalars['Date']['output']>;
  readonly place?: Maybe<Place>;
};

export type IllicitCropSiteConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<IllicitCropSiteEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type IllicitCropSiteEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<IllicitCropSite>;
};

export type IllicitCropSiteFilter = {
  readonly crop?: InputMaybe<IllicitCropFilter>;
  readonly hectares?: InputMaybe<NumberFilter>;
  readonly surveyedOn?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type IllicitCropSiteSort = {
  readonly field: IllicitCropSiteSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type IllicitCropSiteSortField =
  | 'recordedAt'
  | 'hectares'
  | 'surveyedOn';

export type IncbTable =
  | 'TABLE_I'
  | 'TABLE_II'
  | 'SURVEILLANCE_LIST'
  | 'NOT_LISTED';

export type IncbTableFilter = {
  readonly eq?: InputMaybe<IncbTable>;
  readonly in?: InputMaybe<ReadonlyArray<IncbTable>>;
};

export type Lacking = {
  readonly kind: LackingKind;
  readonly english: Scalars['String']['output'];
  readonly spanish: Scalars['String']['output'];
};

export type LackingKind =
  | 'AGENCY'
  | 'PURPOSE'
  | 'CASE'
  | 'ROLE'
  | 'DATE'
  | 'WHERE'
  | 'FILTER'
  | 'FIELD'
  | 'MINORS';

export type LatestConnection = {
  readonly edges: ReadonlyArray<LatestEdge>;
  readonly pageInfo: PageInfo;
};

export type LatestEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly state: Scalars['CountryCode']['output'];
  readonly node?: Maybe<Record>;
};

export type Leader = {
  readonly alias?: Maybe<Scalars['String']['output']>;
  readonly role?: Maybe<Scalars['String']['output']>;
  readonly since?: Maybe<Scalars['PartialDate']['output']>;
};

export type LegalInstrument = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly title?: Maybe<Scalars['String']['output']>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly subject?: Maybe<LegalSubject>;
  readonly status?: Maybe<LegalStatus>;
  readonly inForceOn?: Maybe<Scalars['Date']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type LegalInstrumentConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<LegalInstrumentEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type LegalInstrumentEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<LegalInstrument>;
};

export type LegalInstrumentFilter = {
  readonly title?: InputMaybe<StringFilter>;
  readonly number?: InputMaybe<StringFilter>;
  readonly subject?: InputMaybe<LegalSubjectFilter>;
  readonly status?: InputMaybe<LegalStatusFilter>;
  readonly inForceOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type LegalInstrumentSort = {
  readonly field: LegalInstrumentSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type LegalInstrumentSortField =
  | 'recordedAt'
  | 'title'
  | 'inForceOn';

export type LegalStatus =
  | 'BILL'
  | 'ENACTED'
  | 'IN_FORCE'
  | 'AMENDED'
  | 'REPEALED';

export type LegalStatusFilter = {
  readonly eq?: InputMaybe<LegalStatus>;
  readonly in?: InputMaybe<ReadonlyArray<LegalStatus>>;
};

export type LegalSubject =
  | 'CONSPIRACY'
  | 'INTERCEPTION'
  | 'MONEY_LAUNDERING'
  | 'SEIZURE'
  | 'PRECURSORS'
  | 'ARMS'
  | 'JUVENILE_JUSTICE'
  | 'EXTRADITION'
  | 'ORGANIZED_CRIME'
  | 'CORRUPTION'
  | 'DATA_PROTECTION'
  | 'GANGS';

export type LegalSubjectFilter = {
  readonly eq?: InputMaybe<LegalSubject>;
  readonly in?: InputMaybe<ReadonlyArray<LegalSubject>>;
};

export type LicenceKind =
  | 'EXPORT'
  | 'IMPORT'
  | 'TRANSIT'
  | 'BROKERING';

export type LicenceKindFilter = {
  readonly eq?: InputMaybe<LicenceKind>;
  readonly in?: InputMaybe<ReadonlyArray<LicenceKind>>;
};

export type Mask =
  | 'LAST4'
  | 'YEAR'
  | 'INITIALS'
  | 'HASH';

export type MaskedField = {
  readonly field: Scalars['String']['output'];
  readonly mask: Mask;
};

export type MemberState = {
  readonly code: Scalars['CountryCode']['output'];
  readonly armsTransferLicences?: Maybe<ArmsTransferLicenceConnection>;
  readonly stockpiles?: Maybe<StockpileConnection>;
  readonly destructionRecords?: Maybe<DestructionRecordConnection>;
  readonly contactPoints?: Maybe<ContactPointConnection>;
  readonly drugSeizures?: Maybe<DrugSeizureConnection>;
  readonly illicitCropSites?: Maybe<IllicitCropSiteConnection>;
  readonly clandestineLaboratories?: Maybe<ClandestineLaboratoryConnection>;
  readonly onlineDrugOffers?: Maybe<OnlineDrugOfferConnection>;
  readonly firearms?: Maybe<FirearmConnection>;
  readonly firearmSeizures?: Maybe<FirearmSeizureConnection>;
  readonly traceRequests?: Maybe<TraceRequestConnection>;
  readonly gangs?: Maybe<GangConnection>;
  readonly gangAssociations?: Maybe<GangAssociationConnection>;
  readonly gangIncidents?: Maybe<GangIncidentConnection>;
  readonly gangMovements?: Maybe<GangMovementConnection>;
  readonly legalInstruments?: Maybe<LegalInstrumentConnection>;
  readonly financialReports?: Maybe<FinancialReportConnection>;
  readonly assetFreezes?: Maybe<AssetFreezeConnection>;
  readonly corruptionCases?: Maybe<CorruptionCaseConnection>;
  readonly criminalOrganizations?: Maybe<CriminalOrganizationConnection>;
  readonly persons?: Maybe<PersonConnection>;
  readonly precursorShipments?: Maybe<PrecursorShipmentConnection>;
  readonly precursorIncidents?: Maybe<PrecursorIncidentConnection>;
  readonly pharmaceuticalDiversions?: Maybe<PharmaceuticalDiversionConnection>;
  readonly programmes?: Maybe<ProgrammeConnection>;
  readonly bestPractices?: Maybe<BestPracticeConnection>;
  readonly technicalAssistance?: Maybe<TechnicalAssistanceConnection>;
  readonly traffickingRoutes?: Maybe<TraffickingRouteConnection>;
  readonly conveyances?: Maybe<ConveyanceConnection>;
  readonly statistics?: Maybe<Statistics>;
  readonly nameEnglish: Scalars['String']['output'];
  readonly nameSpanish: Scalars['String']['output'];
  readonly timeZone: Scalars['String']['output'];
  readonly nodeStatus: NodeStatus;
  readonly nodeSeenAt?: Maybe<Scalars['DateTime']['output']>;
};


export type MemberStateArmsTransferLicencesArgs = {
  filter?: InputMaybe<ArmsTransferLicenceFilter>;
  sort?: InputMaybe<ArmsTransferLicenceSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateStockpilesArgs = {
  filter?: InputMaybe<StockpileFilter>;
  sort?: InputMaybe<StockpileSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateDestructionRecordsArgs = {
  filter?: InputMaybe<DestructionRecordFilter>;
  sort?: InputMaybe<DestructionRecordSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateContactPointsArgs = {
  filter?: InputMaybe<ContactPointFilter>;
  sort?: InputMaybe<ContactPointSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateDrugSeizuresArgs = {
  filter?: InputMaybe<DrugSeizureFilter>;
  sort?: InputMaybe<DrugSeizureSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateIllicitCropSitesArgs = {
  filter?: InputMaybe<IllicitCropSiteFilter>;
  sort?: InputMaybe<IllicitCropSiteSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateClandestineLaboratoriesArgs = {
  filter?: InputMaybe<ClandestineLaboratoryFilter>;
  sort?: InputMaybe<ClandestineLaboratorySort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateOnlineDrugOffersArgs = {
  filter?: InputMaybe<OnlineDrugOfferFilter>;
  sort?: InputMaybe<OnlineDrugOfferSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateFirearmsArgs = {
  filter?: InputMaybe<FirearmFilter>;
  sort?: InputMaybe<FirearmSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateFirearmSeizuresArgs = {
  filter?: InputMaybe<FirearmSeizureFilter>;
  sort?: InputMaybe<FirearmSeizureSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateTraceRequestsArgs = {
  filter?: InputMaybe<TraceRequestFilter>;
  sort?: InputMaybe<TraceRequestSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateGangsArgs = {
  filter?: InputMaybe<GangFilter>;
  sort?: InputMaybe<GangSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateGangAssociationsArgs = {
  filter?: InputMaybe<GangAssociationFilter>;
  sort?: InputMaybe<GangAssociationSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateGangIncidentsArgs = {
  filter?: InputMaybe<GangIncidentFilter>;
  sort?: InputMaybe<GangIncidentSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateGangMovementsArgs = {
  filter?: InputMaybe<GangMovementFilter>;
  sort?: InputMaybe<GangMovementSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateLegalInstrumentsArgs = {
  filter?: InputMaybe<LegalInstrumentFilter>;
  sort?: InputMaybe<LegalInstrumentSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateFinancialReportsArgs = {
  filter?: InputMaybe<FinancialReportFilter>;
  sort?: InputMaybe<FinancialReportSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateAssetFreezesArgs = {
  filter?: InputMaybe<AssetFreezeFilter>;
  sort?: InputMaybe<AssetFreezeSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateCorruptionCasesArgs = {
  filter?: InputMaybe<CorruptionCaseFilter>;
  sort?: InputMaybe<CorruptionCaseSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateCriminalOrganizationsArgs = {
  filter?: InputMaybe<CriminalOrganizationFilter>;
  sort?: InputMaybe<CriminalOrganizationSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStatePersonsArgs = {
  filter?: InputMaybe<PersonFilter>;
  sort?: InputMaybe<PersonSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStatePrecursorShipmentsArgs = {
  filter?: InputMaybe<PrecursorShipmentFilter>;
  sort?: InputMaybe<PrecursorShipmentSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStatePrecursorIncidentsArgs = {
  filter?: InputMaybe<PrecursorIncidentFilter>;
  sort?: InputMaybe<PrecursorIncidentSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStatePharmaceuticalDiversionsArgs = {
  filter?: InputMaybe<PharmaceuticalDiversionFilter>;
  sort?: InputMaybe<PharmaceuticalDiversionSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateProgrammesArgs = {
  filter?: InputMaybe<ProgrammeFilter>;
  sort?: InputMaybe<ProgrammeSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateBestPracticesArgs = {
  filter?: InputMaybe<BestPracticeFilter>;
  sort?: InputMaybe<BestPracticeSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateTechnicalAssistanceArgs = {
  filter?: InputMaybe<TechnicalAssistanceFilter>;
  sort?: InputMaybe<TechnicalAssistanceSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateTraffickingRoutesArgs = {
  filter?: InputMaybe<TraffickingRouteFilter>;
  sort?: InputMaybe<TraffickingRouteSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateConveyancesArgs = {
  filter?: InputMaybe<ConveyanceFilter>;
  sort?: InputMaybe<ConveyanceSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type MemberStateStatisticsArgs = {
  year: Scalars['Int']['input'];
  by?: ReadonlyArray<StatisticsDimension>;
};

export type Mutation = {
  readonly requestRelease: ReleaseRequest;
  readonly proposeRelease: ReleaseRequest;
  readonly approveRelease: ReleaseRequest;
  readonly refuseRelease: ReleaseRequest;
};


export type MutationRequestReleaseArgs = {
  input: ReleaseInput;
};


export type MutationProposeReleaseArgs = {
  id: Scalars['ID']['input'];
  terms: ReleaseTerms;
};


export type MutationApproveReleaseArgs = {
  id: Scalars['ID']['input'];
  proposal: Scalars['String']['input'];
};


export type MutationRefuseReleaseArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type NodeStatus =
  | 'UP'
  | 'DOWN';

export type NumberFilter = {
  readonly eq?: InputMaybe<Scalars['Float']['input']>;
  readonly gte?: InputMaybe<Scalars['Float']['input']>;
  readonly lte?: InputMaybe<Scalars['Float']['input']>;
};

export type OnlineDrugOffer = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  readonly substance?: Maybe<Scalars['String']['output']>;
  readonly category?: Maybe<DrugCategory>;
  readonly firstSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly shipsFrom?: Maybe<Scalars['CountryCode']['output']>;
  readonly shipsTo?: Maybe<ReadonlyArray<Maybe<Scalars['CountryCode']['output']>>>;
  readonly vendorHandle?: Maybe<Scalars['String']['output']>;
};

export type OnlineDrugOfferConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<OnlineDrugOfferEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type OnlineDrugOfferEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<OnlineDrugOffer>;
};

export type OnlineDrugOfferFilter = {
  readonly platform?: InputMaybe<StringFilter>;
  readonly substance?: InputMaybe<StringFilter>;
  readonly category?: InputMaybe<DrugCategoryFilter>;
  readonly firstSeenOn?: InputMaybe<DateFilter>;
  readonly lastSeenOn?: InputMaybe<DateFilter>;
  readonly shipsFrom?: InputMaybe<CountryFilter>;
  readonly vendorHandle?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type OnlineDrugOfferSort = {
  readonly field: OnlineDrugOfferSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type OnlineDrugOfferSortField =
  | 'recordedAt'
  | 'firstSeenOn'
  | 'lastSeenOn';

export type OrganizationCategory =
  | 'GANG'
  | 'CARTEL'
  | 'TRAFFICKING_NETWORK'
  | 'MONEY_LAUNDERING_NETWORK'
  | 'MIGRANT_SMUGGLING_NETWORK'
  | 'OTHER';

export type OrganizationCategoryFilter = {
  readonly eq?: InputMaybe<OrganizationCategory>;
  readonly in?: InputMaybe<ReadonlyArray<OrganizationCategory>>;
};

export type OrganizationLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly name: Scalars['String']['output'];
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<CriminalOrganization>>>;
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

export type Person = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly personName?: Maybe<Scalars['String']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  readonly birthDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly sex?: Maybe<Sex>;
  readonly nationality?: Maybe<Scalars['CountryCode']['output']>;
  readonly nationalIdentification?: Maybe<Scalars['String']['output']>;
  readonly passport?: Maybe<Scalars['String']['output']>;
  readonly physicalFeatures?: Maybe<Scalars['String']['output']>;
  readonly photo?: Maybe<Scalars['String']['output']>;
  readonly eventDate?: Maybe<Scalars['Date']['output']>;
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  readonly associations?: Maybe<ReadonlyArray<Maybe<GangAssociation>>>;
  readonly elsewhere?: Maybe<ReadonlyArray<PersonLookup>>;
};


export type PersonElsewhereArgs = {
  states: ReadonlyArray<Scalars['CountryCode']['input']>;
};

export type PersonConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<PersonEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type PersonEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Person>;
};

export type PersonFilter = {
  readonly personName?: InputMaybe<StringFilter>;
  readonly birthDate?: InputMaybe<DateFilter>;
  readonly nationality?: InputMaybe<CountryFilter>;
  readonly nationalIdentification?: InputMaybe<StringFilter>;
  readonly passport?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type PersonLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly nationalIdentification?: Maybe<Scalars['String']['output']>;
  readonly passport?: Maybe<Scalars['String']['output']>;
  readonly personName?: Maybe<Scalars['String']['output']>;
  readonly birthDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<Person>>>;
};

export type PersonReferenceFilter = {
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly nationalIdentification?: InputMaybe<StringFilter>;
  readonly passport?: InputMaybe<StringFilter>;
};

export type PersonSort = {
  readonly field: PersonSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type PersonSortField =
  | 'recordedAt'
  | 'personName'
  | 'birthDate'
  | 'nationality'
  | 'nationalIdentification'
  | 'passport'
  | 'handlingCode';

export type PharmaceuticalDiversion = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly product?: Maybe<Scalars['String']['output']>;
  readonly activeSubstance?: Maybe<Scalars['String']['output']>;
  readonly quantityUnits?: Maybe<Scalars['Float']['output']>;
  readonly divertedFrom?: Maybe<Scalars['String']['output']>;
  readonly occurredOn?: Maybe<Scalars['Date']['output']>;
  readonly place?: Maybe<Place>;
};

export type PharmaceuticalDiversionConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<PharmaceuticalDiversionEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type PharmaceuticalDiversionEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<PharmaceuticalDiversion>;
};

export type PharmaceuticalDiversionFilter = {
  readonly product?: InputMaybe<StringFilter>;
  readonly activeSubstance?: InputMaybe<StringFilter>;
  readonly quantityUnits?: InputMaybe<NumberFilter>;
  readonly divertedFrom?: InputMaybe<StringFilter>;
  readonly occurredOn?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type PharmaceuticalDiversionSort = {
  readonly field: PharmaceuticalDiversionSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type PharmaceuticalDiversionSortField =
  | 'recordedAt'
  | 'quantityUnits'
  | 'occurredOn';

export type Place = {
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  readonly subdivision?: Maybe<Scalars['SubdivisionCode']['output']>;
  readonly municipality?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  readonly longitude?: Maybe<Scalars['Float']['output']>;
};

export type PlaceFilter = {
  readonly country?: InputMaybe<CountryFilter>;
  readonly subdivision?: InputMaybe<SubdivisionFilter>;
  readonly municipality?: InputMaybe<StringFilter>;
};

export type PrecursorIncident = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly kind?: Maybe<PrecursorIncidentKind>;
  readonly substance?: Maybe<Scalars['String']['output']>;
  readonly casNumber?: Maybe<Scalars['String']['output']>;
  readonly incbTable?: Maybe<IncbTable>;
  readonly quantityKilograms?: Maybe<Scalars['Float']['output']>;
  readonly occurredOn?: Maybe<Scalars['Date']['output']>;
  readonly place?: Maybe<Place>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly shipment?: Maybe<PrecursorShipment>;
  readonly route?: Maybe<TraffickingRoute>;
};

export type PrecursorIncidentConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<PrecursorIncidentEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type PrecursorIncidentEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<PrecursorIncident>;
};

export type PrecursorIncidentFilter = {
  readonly kind?: InputMaybe<PrecursorIncidentKindFilter>;
  readonly substance?: InputMaybe<StringFilter>;
  readonly casNumber?: InputMaybe<StringFilter>;
  readonly incbTable?: InputMaybe<IncbTableFilter>;
  readonly quantityKilograms?: InputMaybe<NumberFilter>;
  readonly occurredOn?: InputMaybe<DateFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly origin?: InputMaybe<CountryFilter>;
  readonly destination?: InputMaybe<CountryFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type PrecursorIncidentKind =
  | 'SEIZURE'
  | 'SUSPICIOUS_SHIPMENT'
  | 'STOPPED_SHIPMENT'
  | 'DIVERSION'
  | 'ATTEMPTED_DIVERSION';

export type PrecursorIncidentKindFilter = {
  readonly eq?: InputMaybe<PrecursorIncidentKind>;
  readonly in?: InputMaybe<ReadonlyArray<PrecursorIncidentKind>>;
};

export type PrecursorIncidentSort = {
  readonly field: PrecursorIncidentSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type PrecursorIncidentSortField =
  | 'recordedAt'
  | 'quantityKilograms'
  | 'occurredOn';

export type PrecursorShipment = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly notificationNumber?: Maybe<Scalars['String']['output']>;
  readonly substance?: Maybe<Scalars['String']['output']>;
  readonly casNumber?: Maybe<Scalars['String']['output']>;
  readonly incbTable?: Maybe<IncbTable>;
  readonly quantityKilograms?: Maybe<Scalars['Float']['output']>;
  readonly quantityReceivedKilograms?: Maybe<Scalars['Float']['output']>;
  readonly exportingState?: Maybe<Scalars['CountryCode']['output']>;
  readonly importingState?: Maybe<Scalars['CountryCode']['output']>;
  readonly exporter?: Maybe<Scalars['String']['output']>;
  readonly importer?: Maybe<Scalars['String']['output']>;
  readonly consignee?: Maybe<Scalars['String']['output']>;
  readonly pointOfEntry?: Maybe<Scalars['String']['output']>;
  readonly expectedOn?: Maybe<Scalars['Date']['output']>;
  readonly arrivedOn?: Maybe<Scalars['Date']['output']>;
  readonly reply?: Maybe<ShipmentReply>;
  readonly counterpart?: Maybe<ReadonlyArray<ShipmentLookup>>;
};


export type PrecursorShipmentCounterpartArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type PrecursorShipmentConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<PrecursorShipmentEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type PrecursorShipmentEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<PrecursorShipment>;
};

export type PrecursorShipmentFilter = {
  readonly notificationNumber?: InputMaybe<StringFilter>;
  readonly substance?: InputMaybe<StringFilter>;
  readonly casNumber?: InputMaybe<StringFilter>;
  readonly incbTable?: InputMaybe<IncbTableFilter>;
  readonly quantityKilograms?: InputMaybe<NumberFilter>;
  readonly exportingState?: InputMaybe<CountryFilter>;
  readonly importingState?: InputMaybe<CountryFilter>;
  readonly exporter?: InputMaybe<StringFilter>;
  readonly importer?: InputMaybe<StringFilter>;
  readonly consignee?: InputMaybe<StringFilter>;
  readonly pointOfEntry?: InputMaybe<StringFilter>;
  readonly expectedOn?: InputMaybe<DateFilter>;
  readonly arrivedOn?: InputMaybe<DateFilter>;
  readonly reply?: InputMaybe<ShipmentReplyFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type PrecursorShipmentSort = {
  readonly field: PrecursorShipmentSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type PrecursorShipmentSortField =
  | 'recordedAt'
  | 'quantityKilograms'
  | 'quantityReceivedKilograms'
  | 'expectedOn'
  | 'arrivedOn';

export type Programme = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<ProgrammeKind>;
  readonly targetGroup?: Maybe<TargetGroup>;
  readonly territory?: Maybe<ReadonlyArray<Maybe<Scalars['SubdivisionCode']['output']>>>;
  readonly place?: Maybe<Place>;
  readonly startedOn?: Maybe<Scalars['Date']['output']>;
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  readonly participantsCount?: Maybe<Scalars['Int']['output']>;
  readonly results?: Maybe<Scalars['String']['output']>;
  readonly documents?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};

export type ProgrammeConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<ProgrammeEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type ProgrammeEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Programme>;
};

export type ProgrammeFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly kind?: InputMaybe<ProgrammeKindFilter>;
  readonly targetGroup?: InputMaybe<TargetGroupFilter>;
  readonly place?: InputMaybe<PlaceFilter>;
  readonly startedOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type ProgrammeKind =
  | 'PREVENTION'
  | 'REHABILITATION'
  | 'REINTEGRATION'
  | 'EDUCATION'
  | 'EMPLOYMENT'
  | 'COMMUNITY_POLICING';

export type ProgrammeKindFilter = {
  readonly eq?: InputMaybe<ProgrammeKind>;
  readonly in?: InputMaybe<ReadonlyArray<ProgrammeKind>>;
};

export type ProgrammeSort = {
  readonly field: ProgrammeSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type ProgrammeSortField =
  | 'recordedAt'
  | 'name'
  | 'startedOn'
  | 'participantsCount';

export type Purpose =
  | 'GANG_INVESTIGATION'
  | 'DRUG_INVESTIGATION'
  | 'PRECURSOR_CONTROL'
  | 'FIREARM_TRACING'
  | 'ARMS_CONTROL'
  | 'MONEY_LAUNDERING_INVESTIGATION'
  | 'CORRUPTION_INVESTIGATION'
  | 'CUSTOMS_CONTROL'
  | 'TREND_ANALYSIS'
  | 'PREVENTION'
  | 'AUDIT';

export type QualityNote = {
  readonly field?: Maybe<Scalars['String']['output']>;
  readonly problem?: Maybe<QualityProblem>;
};

export type QualityProblem =
  | 'BLANK'
  | 'UNKNOWN_CODE'
  | 'INVALID_DATE'
  | 'INVALID_NUMBER';

export type Query = {
  readonly memberStates: ReadonlyArray<MemberState>;
  readonly memberState?: Maybe<MemberState>;
  readonly firearmTraces: ReadonlyArray<FirearmTrace>;
  readonly substanceLookups: ReadonlyArray<SubstanceLookup>;
  readonly shipmentLookups: ReadonlyArray<ShipmentLookup>;
  readonly routeLookups: ReadonlyArray<RouteLookup>;
  readonly conveyanceLookups: ReadonlyArray<ConveyanceLookup>;
  readonly personLookups: ReadonlyArray<PersonLookup>;
  readonly organizationLookups: ReadonlyArray<OrganizationLookup>;
  readonly gangLookups: ReadonlyArray<GangLookup>;
  readonly firearm?: Maybe<Firearm>;
  readonly firearmSeizure?: Maybe<FirearmSeizure>;
  readonly traceRequest?: Maybe<TraceRequest>;
  readonly armsTransferLicence?: Maybe<ArmsTransferLicence>;
  readonly stockpile?: Maybe<Stockpile>;
  readonly destructionRecord?: Maybe<DestructionRecord>;
  readonly drugSeizure?: Maybe<DrugSeizure>;
  readonly illicitCropSite?: Maybe<IllicitCropSite>;
  readonly clandestineLaboratory?: Maybe<ClandestineLaboratory>;
  readonly onlineDrugOffer?: Maybe<OnlineDrugOffer>;
  readonly precursorShipment?: Maybe<PrecursorShipment>;
  readonly precursorIncident?: Maybe<PrecursorIncident>;
  readonly pharmaceuticalDiversion?: Maybe<PharmaceuticalDiversion>;
  readonly traffickingRoute?: Maybe<TraffickingRoute>;
  readonly conveyance?: Maybe<Conveyance>;
  readonly person?: Maybe<Person>;
  readonly criminalOrganization?: Maybe<CriminalOrganization>;
  readonly gang?: Maybe<Gang>;
  readonly gangAssociation?: Maybe<GangAssociation>;
  readonly gangIncident?: Maybe<GangIncident>;
  readonly gangMovement?: Maybe<GangMovement>;
  readonly financialReport?: Maybe<FinancialReport>;
  readonly assetFreeze?: Maybe<AssetFreeze>;
  readonly corruptionCase?: Maybe<CorruptionCase>;
  readonly programme?: Maybe<Programme>;
  readonly bestPractice?: Maybe<BestPractice>;
  readonly technicalAssistance?: Maybe<TechnicalAssistance>;
  readonly legalInstrument?: Maybe<LegalInstrument>;
  readonly contactPoint?: Maybe<ContactPoint>;
  readonly latest: LatestConnection;
  readonly me: Requester;
  readonly sharing: ReadonlyArray<StateSharing>;
  readonly explain: Explanation;
  readonly auditLog: AuditPage;
  readonly accessesTo: AuditPage;
  readonly auditEntry?: Maybe<AuditEntry>;
  readonly auditCounts: AuditCounts;
  readonly auditSignReport: AuditSignReport;
  readonly releaseRequests: ReleaseRequestPage;
  readonly releaseRequest?: Maybe<ReleaseRequest>;
};


export type QueryMemberStatesArgs = {
  codes?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryMemberStateArgs = {
  code: Scalars['CountryCode']['input'];
};


export type QueryFirearmTracesArgs = {
  serialNumber: Scalars['String']['input'];
  make: Scalars['String']['input'];
  calibre?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QuerySubstanceLookupsArgs = {
  casNumber: Scalars['String']['input'];
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryShipmentLookupsArgs = {
  notificationNumber: Scalars['String']['input'];
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryRouteLookupsArgs = {
  commodity: Commodity;
  origin?: InputMaybe<Scalars['CountryCode']['input']>;
  destination?: InputMaybe<Scalars['CountryCode']['input']>;
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryConveyanceLookupsArgs = {
  vin?: InputMaybe<Scalars['String']['input']>;
  imo?: InputMaybe<Scalars['String']['input']>;
  tail?: InputMaybe<Scalars['String']['input']>;
  registration?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryPersonLookupsArgs = {
  nationalIdentification?: InputMaybe<Scalars['String']['input']>;
  passport?: InputMaybe<Scalars['String']['input']>;
  personName?: InputMaybe<Scalars['String']['input']>;
  birthDate?: InputMaybe<Scalars['PartialDate']['input']>;
  states: ReadonlyArray<Scalars['CountryCode']['input']>;
};


export type QueryOrganizationLookupsArgs = {
  name: Scalars['String']['input'];
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryGangLookupsArgs = {
  name: Scalars['String']['input'];
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type QueryFirearmArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFirearmSeizureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTraceRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryArmsTransferLicenceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStockpileArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDestructionRecordArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDrugSeizureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIllicitCropSiteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryClandestineLaboratoryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOnlineDrugOfferArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPrecursorShipmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPrecursorIncidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPharmaceuticalDiversionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTraffickingRouteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConveyanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCriminalOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGangArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGangAssociationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGangIncidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGangMovementArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFinancialReportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAssetFreezeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCorruptionCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProgrammeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBestPracticeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTechnicalAssistanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLegalInstrumentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContactPointArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLatestArgs = {
  domain: Domain;
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySharingArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  agencies?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryExplainArgs = {
  state: Scalars['CountryCode']['input'];
  coordinate: Scalars['String']['input'];
  purpose: Purpose;
  agency?: InputMaybe<Scalars['String']['input']>;
  roles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  by?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  case?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  record?: InputMaybe<ReadonlyArray<SupposedField>>;
};


export type QueryAuditLogArgs = {
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccessesToArgs = {
  record: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAuditEntryArgs = {
  number: Scalars['Int']['input'];
};


export type QueryAuditCountsArgs = {
  filter?: InputMaybe<AuditFilter>;
};


export type QueryAuditSignReportArgs = {
  filter?: InputMaybe<AuditFilter>;
};


export type QueryReleaseRequestsArgs = {
  state: Scalars['CountryCode']['input'];
  status?: InputMaybe<ReleaseStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReleaseRequestArgs = {
  id: Scalars['ID']['input'];
};

export type QuotaKind =
  | 'REQUESTS_PER_MINUTE'
  | 'RECORDS_PER_DAY';

export type Record = {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
};

export type RecordSharing = {
  readonly record: Scalars['String']['output'];
  readonly purpose: Purpose;
  readonly shown: ReadonlyArray<Scalars['String']['output']>;
  readonly masked: ReadonlyArray<MaskedField>;
  readonly conditional: ReadonlyArray<Scalars['String']['output']>;
  readonly hitOn: ReadonlyArray<Scalars['String']['output']>;
  readonly agreements: ReadonlyArray<Scalars['String']['output']>;
};

export type Release = {
  readonly agreement: Scalars['String']['output'];
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  readonly until: Scalars['Date']['output'];
};

export type ReleaseDeadline =
  | 'HOURS_8'
  | 'DAYS_3'
  | 'DAYS_7';

export type ReleaseInput = {
  readonly state: Scalars['CountryCode']['input'];
  readonly record: Scalars['String']['input'];
  readonly match?: InputMaybe<ReadonlyArray<ReleaseMatchInput>>;
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly fields: ReadonlyArray<Scalars['String']['input']>;
  readonly deadline: ReleaseDeadline;
  readonly justification: Scalars['String']['input'];
};

export type ReleaseMatch = {
  readonly field: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type ReleaseMatchInput = {
  readonly field: Scalars['String']['input'];
  readonly value: Scalars['String']['input'];
};

export type ReleaseProposal = {
  readonly digest: Scalars['String']['output'];
  readonly agency: Scalars['String']['output'];
  readonly officer: Scalars['String']['output'];
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  readonly until: Scalars['Date']['output'];
  readonly legalBasis: ReadonlyArray<Scalars['String']['output']>;
  readonly minors: Scalars['Boolean']['output'];
};

export type ReleaseRequest = {
  readonly id: Scalars['ID']['output'];
  readonly state: Scalars['CountryCode']['output'];
  readonly status: ReleaseStatus;
  readonly agency: Scalars['String']['output'];
  readonly officer: Scalars['String']['output'];
  readonly purpose: Purpose;
  readonly case: Scalars['String']['output'];
  readonly record: Scalars['String']['output'];
  readonly match: ReadonlyArray<ReleaseMatch>;
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  readonly deadline: ReleaseDeadline;
  readonly requestedAt: Scalars['DateTime']['output'];
  readonly dueAt: Scalars['DateTime']['output'];
  readonly justification?: Maybe<Scalars['String']['output']>;
  readonly candidates?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly proposal?: Maybe<ReleaseProposal>;
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly released?: Maybe<Release>;
};

export type ReleaseRequestPage = {
  readonly requests: ReadonlyArray<ReleaseRequest>;
  readonly next?: Maybe<Scalars['String']['output']>;
};

export type ReleaseStatus =
  | 'REQUESTED'
  | 'PROPOSED'
  | 'APPROVED'
  | 'REFUSED'
  | 'EXPIRED';

export type ReleaseTerms = {
  readonly records: ReadonlyArray<Scalars['ID']['input']>;
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly until: Scalars['Date']['input'];
  readonly legalBasis: ReadonlyArray<Scalars['String']['input']>;
  readonly minors?: Scalars['Boolean']['input'];
};

export type Requester = {
  readonly agency: Scalars['String']['output'];
  readonly country: Scalars['CountryCode']['output'];
  readonly officer: Scalars['String']['output'];
  readonly client: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly sharing: ReadonlyArray<StateSharing>;
  readonly quotas: ReadonlyArray<AgreementQuota>;
};


export type RequesterSharingArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};


export type RequesterQuotasArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type RouteLeg = {
  readonly position?: Maybe<Scalars['Int']['output']>;
  readonly fromCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly fromPlace?: Maybe<Scalars['String']['output']>;
  readonly toCountry?: Maybe<Scalars['CountryCode']['output']>;
  readonly toPlace?: Maybe<Scalars['String']['output']>;
  readonly mode?: Maybe<ConveyanceMode>;
  readonly borderPoint?: Maybe<Scalars['String']['output']>;
};

export type RouteLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly commodity: Commodity;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<TraffickingRoute>>>;
};

export type SecurityLevel =
  | 'LEVEL_1'
  | 'LEVEL_2'
  | 'LEVEL_3';

export type SensitivityClass =
  | 'OPEN'
  | 'RESTRICTED'
  | 'PERSONAL'
  | 'SENSITIVE';

export type Sex =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

export type ShipmentLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly notificationNumber: Scalars['String']['output'];
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<PrecursorShipment>>>;
};

export type ShipmentReply =
  | 'NO_OBJECTION'
  | 'OBJECTION'
  | 'PENDING';

export type ShipmentReplyFilter = {
  readonly eq?: InputMaybe<ShipmentReply>;
  readonly in?: InputMaybe<ReadonlyArray<ShipmentReply>>;
};

export type SourceReliability =
  | 'A'
  | 'B'
  | 'C'
  | 'X';

export type StateSharing = {
  readonly state: Scalars['CountryCode']['output'];
  readonly agency: Scalars['String']['output'];
  readonly isKnown: Scalars['Boolean']['output'];
  readonly records: ReadonlyArray<RecordSharing>;
};

export type Statistics = {
  readonly seizureCounts?: Maybe<ReadonlyArray<Maybe<StatisticsCount>>>;
  readonly quantityKilograms?: Maybe<ReadonlyArray<Maybe<StatisticsQuantity>>>;
  readonly firearmsByOrigin?: Maybe<ReadonlyArray<Maybe<StatisticsCount>>>;
  readonly incidentCounts?: Maybe<ReadonlyArray<Maybe<StatisticsCount>>>;
};

export type StatisticsCount = {
  readonly subject?: Maybe<StatisticsSubject>;
  readonly month?: Maybe<Scalars['PartialDate']['output']>;
  readonly subdivision?: Maybe<Scalars['SubdivisionCode']['output']>;
  readonly substance?: Maybe<DrugCategory>;
  readonly calibre?: Maybe<Scalars['String']['output']>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly count?: Maybe<Scalars['RoundedCount']['output']>;
};

export type StatisticsDimension =
  | 'MONTH'
  | 'SUBDIVISION'
  | 'SUBSTANCE_OR_CALIBRE'
  | 'ORIGIN';

export type StatisticsQuantity = {
  readonly month?: Maybe<Scalars['PartialDate']['output']>;
  readonly subdivision?: Maybe<Scalars['SubdivisionCode']['output']>;
  readonly substance?: Maybe<DrugCategory>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly quantityKilograms?: Maybe<Scalars['Float']['output']>;
};

export type StatisticsSubject =
  | 'DRUG_SEIZURES'
  | 'FIREARM_SEIZURES'
  | 'FIREARMS'
  | 'GANG_INCIDENTS'
  | 'PRECURSOR_INCIDENTS';

export type Stockpile = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly holder?: Maybe<Scalars['String']['output']>;
  readonly site?: Maybe<Place>;
  readonly items?: Maybe<ReadonlyArray<Maybe<ArmsItem>>>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  readonly condition?: Maybe<StockpileCondition>;
  readonly securityLevel?: Maybe<SecurityLevel>;
  readonly lastInspectionOn?: Maybe<Scalars['Date']['output']>;
  readonly discrepancy?: Maybe<Scalars['Int']['output']>;
  readonly surplusQuantity?: Maybe<Scalars['Int']['output']>;
};

export type StockpileCondition =
  | 'SERVICEABLE'
  | 'REPAIRABLE'
  | 'UNSERVICEABLE'
  | 'MIXED';

export type StockpileConditionFilter = {
  readonly eq?: InputMaybe<StockpileCondition>;
  readonly in?: InputMaybe<ReadonlyArray<StockpileCondition>>;
};

export type StockpileConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<StockpileEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type StockpileEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Stockpile>;
};

export type StockpileFilter = {
  readonly holder?: InputMaybe<StringFilter>;
  readonly quantity?: InputMaybe<NumberFilter>;
  readonly condition?: InputMaybe<StockpileConditionFilter>;
  readonly lastInspectionOn?: InputMaybe<DateFilter>;
  readonly discrepancy?: InputMaybe<NumberFilter>;
  readonly surplusQuantity?: InputMaybe<NumberFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type StockpileSort = {
  readonly field: StockpileSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type StockpileSortField =
  | 'recordedAt'
  | 'quantity'
  | 'lastInspectionOn'
  | 'surplusQuantity';

export type StringFilter = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type SubdivisionFilter = {
  readonly eq?: InputMaybe<Scalars['SubdivisionCode']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['SubdivisionCode']['input']>>;
};

export type SubstanceLookup = {
  readonly state: Scalars['CountryCode']['output'];
  readonly casNumber: Scalars['String']['output'];
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
  readonly records?: Maybe<ReadonlyArray<Maybe<PrecursorIncident>>>;
};

export type SupposedField = {
  readonly field: Scalars['String']['input'];
  readonly value: Scalars['String']['input'];
};

export type TargetGroup =
  | 'CHILDREN'
  | 'YOUTH'
  | 'FAMILIES'
  | 'SCHOOLS'
  | 'COMMUNITIES'
  | 'PERSONS_IN_PRISON'
  | 'DEPORTED_PERSONS'
  | 'OFFICIALS';

export type TargetGroupFilter = {
  readonly eq?: InputMaybe<TargetGroup>;
  readonly in?: InputMaybe<ReadonlyArray<TargetGroup>>;
};

export type TechnicalAssistance = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<AssistanceKind>;
  readonly direction?: Maybe<AssistanceDirection>;
  readonly targetGroup?: Maybe<TargetGroup>;
  readonly territory?: Maybe<ReadonlyArray<Maybe<Scalars['SubdivisionCode']['output']>>>;
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly until?: Maybe<Scalars['Date']['output']>;
  readonly results?: Maybe<Scalars['String']['output']>;
  readonly documents?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};

export type TechnicalAssistanceConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<TechnicalAssistanceEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type TechnicalAssistanceEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<TechnicalAssistance>;
};

export type TechnicalAssistanceFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly kind?: InputMaybe<AssistanceKindFilter>;
  readonly direction?: InputMaybe<AssistanceDirectionFilter>;
  readonly targetGroup?: InputMaybe<TargetGroupFilter>;
  readonly from?: InputMaybe<DateFilter>;
  readonly until?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type TechnicalAssistanceSort = {
  readonly field: TechnicalAssistanceSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type TechnicalAssistanceSortField =
  | 'recordedAt'
  | 'name'
  | 'from';

export type TraceOutcome =
  | 'TRACED_TO_PURCHASER'
  | 'TRACED_TO_DEALER'
  | 'TRACED_TO_MANUFACTURER'
  | 'NOT_TRACED';

export type TraceOutcomeFilter = {
  readonly eq?: InputMaybe<TraceOutcome>;
  readonly in?: InputMaybe<ReadonlyArray<TraceOutcome>>;
};

export type TracePriority =
  | 'ROUTINE'
  | 'URGENT';

export type TracePriorityFilter = {
  readonly eq?: InputMaybe<TracePriority>;
  readonly in?: InputMaybe<ReadonlyArray<TracePriority>>;
};

export type TraceRequest = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly requestedOn?: Maybe<Scalars['Date']['output']>;
  readonly requestingState?: Maybe<Scalars['CountryCode']['output']>;
  readonly requestedState?: Maybe<Scalars['CountryCode']['output']>;
  readonly priority?: Maybe<TracePriority>;
  readonly crimeCode?: Maybe<Scalars['String']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
  readonly make?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<TraceRequestStatus>;
  readonly result?: Maybe<TraceOutcome>;
  readonly completedOn?: Maybe<Scalars['Date']['output']>;
  readonly firearm?: Maybe<Firearm>;
};

export type TraceRequestConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<TraceRequestEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type TraceRequestEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<TraceRequest>;
};

export type TraceRequestFilter = {
  readonly requestedOn?: InputMaybe<DateFilter>;
  readonly requestingState?: InputMaybe<CountryFilter>;
  readonly requestedState?: InputMaybe<CountryFilter>;
  readonly priority?: InputMaybe<TracePriorityFilter>;
  readonly crimeCode?: InputMaybe<StringFilter>;
  readonly caseNumber?: InputMaybe<StringFilter>;
  readonly serialNumber?: InputMaybe<StringFilter>;
  readonly make?: InputMaybe<StringFilter>;
  readonly status?: InputMaybe<TraceRequestStatusFilter>;
  readonly result?: InputMaybe<TraceOutcomeFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type TraceRequestSort = {
  readonly field: TraceRequestSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type TraceRequestSortField =
  | 'recordedAt'
  | 'requestedOn';

export type TraceRequestStatus =
  | 'RECEIVED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'REJECTED';

export type TraceRequestStatusFilter = {
  readonly eq?: InputMaybe<TraceRequestStatus>;
  readonly in?: InputMaybe<ReadonlyArray<TraceRequestStatus>>;
};

export type TraffickingRoute = Record & {
  readonly id: Scalars['ID']['output'];
  readonly originState?: Maybe<Scalars['CountryCode']['output']>;
  readonly reportingOrganization?: Maybe<Scalars['String']['output']>;
  readonly handlingCode?: Maybe<HandlingCode>;
  readonly handlingInstructions?: Maybe<Scalars['String']['output']>;
  readonly sourceReliability?: Maybe<SourceReliability>;
  readonly informationAccuracy?: Maybe<Scalars['Int']['output']>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly verifiedOn?: Maybe<Scalars['Date']['output']>;
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly quality?: Maybe<ReadonlyArray<Maybe<QualityNote>>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly commodity?: Maybe<Commodity>;
  readonly origin?: Maybe<Scalars['CountryCode']['output']>;
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  readonly legs?: Maybe<ReadonlyArray<Maybe<RouteLeg>>>;
  readonly firstSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  readonly organizations?: Maybe<ReadonlyArray<Maybe<CriminalOrganization>>>;
  readonly seizures?: Maybe<DrugSeizureConnection>;
  readonly firearmSeizures?: Maybe<FirearmSeizureConnection>;
  readonly elsewhere?: Maybe<ReadonlyArray<RouteLookup>>;
};


export type TraffickingRouteSeizuresArgs = {
  filter?: InputMaybe<DrugSeizureFilter>;
  sort?: InputMaybe<DrugSeizureSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type TraffickingRouteFirearmSeizuresArgs = {
  filter?: InputMaybe<FirearmSeizureFilter>;
  sort?: InputMaybe<FirearmSeizureSort>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type TraffickingRouteElsewhereArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

export type TraffickingRouteConnection = {
  readonly edges?: Maybe<ReadonlyArray<Maybe<TraffickingRouteEdge>>>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly hit?: Maybe<HitStatus>;
  readonly contact?: Maybe<ContactPoint>;
};

export type TraffickingRouteEdge = {
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<TraffickingRoute>;
};

export type TraffickingRouteFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly commodity?: InputMaybe<CommodityFilter>;
  readonly origin?: InputMaybe<CountryFilter>;
  readonly destination?: InputMaybe<CountryFilter>;
  readonly firstSeenOn?: InputMaybe<DateFilter>;
  readonly lastSeenOn?: InputMaybe<DateFilter>;
  readonly recordedAt?: InputMaybe<DateFilter>;
  readonly handlingCode?: InputMaybe<HandlingCodeFilter>;
};

export type TraffickingRouteSort = {
  readonly field: TraffickingRouteSortField;
  readonly descending?: Scalars['Boolean']['input'];
};

export type TraffickingRouteSortField =
  | 'recordedAt'
  | 'firstSeenOn'
  | 'lastSeenOn';

export type TransactionMode =
  | 'CASH'
  | 'TRANSFER'
  | 'CHEQUE'
  | 'CARD'
  | 'VIRTUAL_ASSET'
  | 'REAL_ESTATE'
  | 'OTHER';

export type Verdict =
  | 'SHOWN'
  | 'MASKED'
  | 'WITHHELD';
