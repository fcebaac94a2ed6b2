import type { Port } from './protocol.ts';
import { serve } from './serve.ts';

serve(self as unknown as Port);
