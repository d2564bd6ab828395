import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'us-atlas/states-10m.json';

const topology = atlas as unknown as Topology<{ states: GeometryCollection }>;

/** Outlines of the states and territories, from the Census Bureau (https://github.com/topojson/us-atlas). */
export const STATES: FeatureCollection<Geometry> = feature(topology, topology.objects.states);
