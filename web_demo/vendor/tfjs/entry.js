/** What the page uses of TensorFlow.js; esbuild makes tf.js from it (README.md has the command). */
export {dispose, env, getBackend, memory, ready, setBackend, tensor, tidy} from '@tensorflow/tfjs-core';
export {loadGraphModel} from '@tensorflow/tfjs-converter';
export {setWasmPaths} from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
