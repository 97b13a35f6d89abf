/* TensorFlow.js 4.22.0, Copyright Google LLC, Apache-2.0 (LICENSE); with long 4.0.0, Apache-2.0, and seedrandom 3.0.5, Copyright David Bau, MIT (LICENSE.seedrandom). */
var pF=Object.create;var ox=Object.defineProperty;var lF=Object.getOwnPropertyDescriptor;var cF=Object.getOwnPropertyNames;var mF=Object.getPrototypeOf,fF=Object.prototype.hasOwnProperty;var ut=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(t){throw e=0,t}},Ae=(r,e)=>{for(var t in e)ox(r,t,{get:e[t],enumerable:!0})},dF=(r,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of cF(e))!fF.call(r,o)&&o!==t&&ox(r,o,{get:()=>e[o],enumerable:!(n=lF(e,o))||n.enumerable});return r};var wu=(r,e,t)=>(t=r!=null?pF(mF(r)):{},dF(e||!r||!r.__esModule?ox(t,"default",{value:r,enumerable:!0}):t,r));var Uw=ut((vX,Vw)=>{Vw.exports=Ve;var xr=null;try{xr=new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,13,2,96,0,1,127,96,4,127,127,127,127,1,127,3,7,6,0,1,1,1,1,1,6,6,1,127,1,65,0,11,7,50,6,3,109,117,108,0,1,5,100,105,118,95,115,0,2,5,100,105,118,95,117,0,3,5,114,101,109,95,115,0,4,5,114,101,109,95,117,0,5,8,103,101,116,95,104,105,103,104,0,0,10,191,1,6,4,0,35,0,11,36,1,1,126,32,0,173,32,1,173,66,32,134,132,32,2,173,32,3,173,66,32,134,132,126,34,4,66,32,135,167,36,0,32,4,167,11,36,1,1,126,32,0,173,32,1,173,66,32,134,132,32,2,173,32,3,173,66,32,134,132,127,34,4,66,32,135,167,36,0,32,4,167,11,36,1,1,126,32,0,173,32,1,173,66,32,134,132,32,2,173,32,3,173,66,32,134,132,128,34,4,66,32,135,167,36,0,32,4,167,11,36,1,1,126,32,0,173,32,1,173,66,32,134,132,32,2,173,32,3,173,66,32,134,132,129,34,4,66,32,135,167,36,0,32,4,167,11,36,1,1,126,32,0,173,32,1,173,66,32,134,132,32,2,173,32,3,173,66,32,134,132,130,34,4,66,32,135,167,36,0,32,4,167,11])),{}).exports}catch{}function Ve(r,e,t){this.low=r|0,this.high=e|0,this.unsigned=!!t}Ve.prototype.__isLong__;Object.defineProperty(Ve.prototype,"__isLong__",{value:!0});function Jt(r){return(r&&r.__isLong__)===!0}Ve.isLong=Jt;var Aw={},Rw={};function Is(r,e){var t,n,o;return e?(r>>>=0,(o=0<=r&&r<256)&&(n=Rw[r],n)?n:(t=Ue(r,(r|0)<0?-1:0,!0),o&&(Rw[r]=t),t)):(r|=0,(o=-128<=r&&r<128)&&(n=Aw[r],n)?n:(t=Ue(r,r<0?-1:0,!1),o&&(Aw[r]=t),t))}Ve.fromInt=Is;function yr(r,e){if(isNaN(r))return e?Ss:br;if(e){if(r<0)return Ss;if(r>=Pw)return Bw}else{if(r<=-Fw)return Zt;if(r+1>=Fw)return Lw}return r<0?yr(-r,e).neg():Ue(r%bi|0,r/bi|0,e)}Ve.fromNumber=yr;function Ue(r,e,t){return new Ve(r,e,t)}Ve.fromBits=Ue;var Ml=Math.pow;function wx(r,e,t){if(r.length===0)throw Error("empty string");if(r==="NaN"||r==="Infinity"||r==="+Infinity"||r==="-Infinity")return br;if(typeof e=="number"?(t=e,e=!1):e=!!e,t=t||10,t<2||36<t)throw RangeError("radix");var n;if((n=r.indexOf("-"))>0)throw Error("interior hyphen");if(n===0)return wx(r.substring(1),e,t).neg();for(var o=yr(Ml(t,8)),s=br,a=0;a<r.length;a+=8){var u=Math.min(8,r.length-a),p=parseInt(r.substring(a,a+u),t);if(u<8){var i=yr(Ml(t,u));s=s.mul(i).add(yr(p))}else s=s.mul(o),s=s.add(yr(p))}return s.unsigned=e,s}Ve.fromString=wx;function Tr(r,e){return typeof r=="number"?yr(r,e):typeof r=="string"?wx(r,e):Ue(r.low,r.high,typeof e=="boolean"?e:r.unsigned)}Ve.fromValue=Tr;var Dw=65536,LF=1<<24,bi=Dw*Dw,Pw=bi*bi,Fw=Pw/2,Ow=Is(LF),br=Is(0);Ve.ZERO=br;var Ss=Is(0,!0);Ve.UZERO=Ss;var yi=Is(1);Ve.ONE=yi;var Mw=Is(1,!0);Ve.UONE=Mw;var bx=Is(-1);Ve.NEG_ONE=bx;var Lw=Ue(-1,2147483647,!1);Ve.MAX_VALUE=Lw;var Bw=Ue(-1,-1,!0);Ve.MAX_UNSIGNED_VALUE=Bw;var Zt=Ue(0,-2147483648,!1);Ve.MIN_VALUE=Zt;var H=Ve.prototype;H.toInt=function(){return this.unsigned?this.low>>>0:this.low};H.toNumber=function(){return this.unsigned?(this.high>>>0)*bi+(this.low>>>0):this.high*bi+(this.low>>>0)};H.toString=function(e){if(e=e||10,e<2||36<e)throw RangeError("radix");if(this.isZero())return"0";if(this.isNegative())if(this.eq(Zt)){var t=yr(e),n=this.div(t),o=n.mul(t).sub(this);return n.toString(e)+o.toInt().toString(e)}else return"-"+this.neg().toString(e);for(var s=yr(Ml(e,6),this.unsigned),a=this,u="";;){var p=a.div(s),i=a.sub(p.mul(s)).toInt()>>>0,l=i.toString(e);if(a=p,a.isZero())return l+u;for(;l.length<6;)l="0"+l;u=""+l+u}};H.getHighBits=function(){return this.high};H.getHighBitsUnsigned=function(){return this.high>>>0};H.getLowBits=function(){return this.low};H.getLowBitsUnsigned=function(){return this.low>>>0};H.getNumBitsAbs=function(){if(this.isNegative())return this.eq(Zt)?64:this.neg().getNumBitsAbs();for(var e=this.high!=0?this.high:this.low,t=31;t>0&&(e&1<<t)==0;t--);return this.high!=0?t+33:t+1};H.isZero=function(){return this.high===0&&this.low===0};H.eqz=H.isZero;H.isNegative=function(){return!this.unsigned&&this.high<0};H.isPositive=function(){return this.unsigned||this.high>=0};H.isOdd=function(){return(this.low&1)===1};H.isEven=function(){return(this.low&1)===0};H.equals=function(e){return Jt(e)||(e=Tr(e)),this.unsigned!==e.unsigned&&this.high>>>31===1&&e.high>>>31===1?!1:this.high===e.high&&this.low===e.low};H.eq=H.equals;H.notEquals=function(e){return!this.eq(e)};H.neq=H.notEquals;H.ne=H.notEquals;H.lessThan=function(e){return this.comp(e)<0};H.lt=H.lessThan;H.lessThanOrEqual=function(e){return this.comp(e)<=0};H.lte=H.lessThanOrEqual;H.le=H.lessThanOrEqual;H.greaterThan=function(e){return this.comp(e)>0};H.gt=H.greaterThan;H.greaterThanOrEqual=function(e){return this.comp(e)>=0};H.gte=H.greaterThanOrEqual;H.ge=H.greaterThanOrEqual;H.compare=function(e){if(Jt(e)||(e=Tr(e)),this.eq(e))return 0;var t=this.isNegative(),n=e.isNegative();return t&&!n?-1:!t&&n?1:this.unsigned?e.high>>>0>this.high>>>0||e.high===this.high&&e.low>>>0>this.low>>>0?-1:1:this.sub(e).isNegative()?-1:1};H.comp=H.compare;H.negate=function(){return!this.unsigned&&this.eq(Zt)?Zt:this.not().add(yi)};H.neg=H.negate;H.add=function(e){Jt(e)||(e=Tr(e));var t=this.high>>>16,n=this.high&65535,o=this.low>>>16,s=this.low&65535,a=e.high>>>16,u=e.high&65535,p=e.low>>>16,i=e.low&65535,l=0,c=0,m=0,f=0;return f+=s+i,m+=f>>>16,f&=65535,m+=o+p,c+=m>>>16,m&=65535,c+=n+u,l+=c>>>16,c&=65535,l+=t+a,l&=65535,Ue(m<<16|f,l<<16|c,this.unsigned)};H.subtract=function(e){return Jt(e)||(e=Tr(e)),this.add(e.neg())};H.sub=H.subtract;H.multiply=function(e){if(this.isZero())return br;if(Jt(e)||(e=Tr(e)),xr){var t=xr.mul(this.low,this.high,e.low,e.high);return Ue(t,xr.get_high(),this.unsigned)}if(e.isZero())return br;if(this.eq(Zt))return e.isOdd()?Zt:br;if(e.eq(Zt))return this.isOdd()?Zt:br;if(this.isNegative())return e.isNegative()?this.neg().mul(e.neg()):this.neg().mul(e).neg();if(e.isNegative())return this.mul(e.neg()).neg();if(this.lt(Ow)&&e.lt(Ow))return yr(this.toNumber()*e.toNumber(),this.unsigned);var n=this.high>>>16,o=this.high&65535,s=this.low>>>16,a=this.low&65535,u=e.high>>>16,p=e.high&65535,i=e.low>>>16,l=e.low&65535,c=0,m=0,f=0,d=0;return d+=a*l,f+=d>>>16,d&=65535,f+=s*l,m+=f>>>16,f&=65535,f+=a*i,m+=f>>>16,f&=65535,m+=o*l,c+=m>>>16,m&=65535,m+=s*i,c+=m>>>16,m&=65535,m+=a*p,c+=m>>>16,m&=65535,c+=n*l+o*i+s*p+a*u,c&=65535,Ue(f<<16|d,c<<16|m,this.unsigned)};H.mul=H.multiply;H.divide=function(e){if(Jt(e)||(e=Tr(e)),e.isZero())throw Error("division by zero");if(xr){if(!this.unsigned&&this.high===-2147483648&&e.low===-1&&e.high===-1)return this;var t=(this.unsigned?xr.div_u:xr.div_s)(this.low,this.high,e.low,e.high);return Ue(t,xr.get_high(),this.unsigned)}if(this.isZero())return this.unsigned?Ss:br;var n,o,s;if(this.unsigned){if(e.unsigned||(e=e.toUnsigned()),e.gt(this))return Ss;if(e.gt(this.shru(1)))return Mw;s=Ss}else{if(this.eq(Zt)){if(e.eq(yi)||e.eq(bx))return Zt;if(e.eq(Zt))return yi;var a=this.shr(1);return n=a.div(e).shl(1),n.eq(br)?e.isNegative()?yi:bx:(o=this.sub(e.mul(n)),s=n.add(o.div(e)),s)}else if(e.eq(Zt))return this.unsigned?Ss:br;if(this.isNegative())return e.isNegative()?this.neg().div(e.neg()):this.neg().div(e).neg();if(e.isNegative())return this.div(e.neg()).neg();s=br}for(o=this;o.gte(e);){n=Math.max(1,Math.floor(o.toNumber()/e.toNumber()));for(var u=Math.ceil(Math.log(n)/Math.LN2),p=u<=48?1:Ml(2,u-48),i=yr(n),l=i.mul(e);l.isNegative()||l.gt(o);)n-=p,i=yr(n,this.unsigned),l=i.mul(e);i.isZero()&&(i=yi),s=s.add(i),o=o.sub(l)}return s};H.div=H.divide;H.modulo=function(e){if(Jt(e)||(e=Tr(e)),xr){var t=(this.unsigned?xr.rem_u:xr.rem_s)(this.low,this.high,e.low,e.high);return Ue(t,xr.get_high(),this.unsigned)}return this.sub(this.div(e).mul(e))};H.mod=H.modulo;H.rem=H.modulo;H.not=function(){return Ue(~this.low,~this.high,this.unsigned)};H.and=function(e){return Jt(e)||(e=Tr(e)),Ue(this.low&e.low,this.high&e.high,this.unsigned)};H.or=function(e){return Jt(e)||(e=Tr(e)),Ue(this.low|e.low,this.high|e.high,this.unsigned)};H.xor=function(e){return Jt(e)||(e=Tr(e)),Ue(this.low^e.low,this.high^e.high,this.unsigned)};H.shiftLeft=function(e){return Jt(e)&&(e=e.toInt()),(e&=63)===0?this:e<32?Ue(this.low<<e,this.high<<e|this.low>>>32-e,this.unsigned):Ue(0,this.low<<e-32,this.unsigned)};H.shl=H.shiftLeft;H.shiftRight=function(e){return Jt(e)&&(e=e.toInt()),(e&=63)===0?this:e<32?Ue(this.low>>>e|this.high<<32-e,this.high>>e,this.unsigned):Ue(this.high>>e-32,this.high>=0?0:-1,this.unsigned)};H.shr=H.shiftRight;H.shiftRightUnsigned=function(e){if(Jt(e)&&(e=e.toInt()),e&=63,e===0)return this;var t=this.high;if(e<32){var n=this.low;return Ue(n>>>e|t<<32-e,t>>>e,this.unsigned)}else return e===32?Ue(t,0,this.unsigned):Ue(t>>>e-32,0,this.unsigned)};H.shru=H.shiftRightUnsigned;H.shr_u=H.shiftRightUnsigned;H.toSigned=function(){return this.unsigned?Ue(this.low,this.high,!1):this};H.toUnsigned=function(){return this.unsigned?this:Ue(this.low,this.high,!0)};H.toBytes=function(e){return e?this.toBytesLE():this.toBytesBE()};H.toBytesLE=function(){var e=this.high,t=this.low;return[t&255,t>>>8&255,t>>>16&255,t>>>24,e&255,e>>>8&255,e>>>16&255,e>>>24]};H.toBytesBE=function(){var e=this.high,t=this.low;return[e>>>24,e>>>16&255,e>>>8&255,e&255,t>>>24,t>>>16&255,t>>>8&255,t&255]};Ve.fromBytes=function(e,t,n){return n?Ve.fromBytesLE(e,t):Ve.fromBytesBE(e,t)};Ve.fromBytesLE=function(e,t){return new Ve(e[0]|e[1]<<8|e[2]<<16|e[3]<<24,e[4]|e[5]<<8|e[6]<<16|e[7]<<24,t)};Ve.fromBytesBE=function(e,t){return new Ve(e[4]<<24|e[5]<<16|e[6]<<8|e[7],e[0]<<24|e[1]<<16|e[2]<<8|e[3],t)}});var Tv=ut(()=>{});var kv=ut(()=>{});var nI=ut((rI,Yx)=>{(function(r,e,t){function n(u){var p=this,i=a();p.next=function(){var l=2091639*p.s0+p.c*23283064365386963e-26;return p.s0=p.s1,p.s1=p.s2,p.s2=l-(p.c=l|0)},p.c=1,p.s0=i(" "),p.s1=i(" "),p.s2=i(" "),p.s0-=i(u),p.s0<0&&(p.s0+=1),p.s1-=i(u),p.s1<0&&(p.s1+=1),p.s2-=i(u),p.s2<0&&(p.s2+=1),i=null}function o(u,p){return p.c=u.c,p.s0=u.s0,p.s1=u.s1,p.s2=u.s2,p}function s(u,p){var i=new n(u),l=p&&p.state,c=i.next;return c.int32=function(){return i.next()*4294967296|0},c.double=function(){return c()+(c()*2097152|0)*11102230246251565e-32},c.quick=c,l&&(typeof l=="object"&&o(l,i),c.state=function(){return o(i,{})}),c}function a(){var u=4022871197,p=function(i){i=String(i);for(var l=0;l<i.length;l++){u+=i.charCodeAt(l);var c=.02519603282416938*u;u=c>>>0,c-=u,c*=u,u=c>>>0,c-=u,u+=c*4294967296}return(u>>>0)*23283064365386963e-26};return p}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.alea=s})(rI,typeof Yx=="object"&&Yx,typeof define=="function"&&define)});var sI=ut((oI,Qx)=>{(function(r,e,t){function n(a){var u=this,p="";u.x=0,u.y=0,u.z=0,u.w=0,u.next=function(){var l=u.x^u.x<<11;return u.x=u.y,u.y=u.z,u.z=u.w,u.w^=u.w>>>19^l^l>>>8},a===(a|0)?u.x=a:p+=a;for(var i=0;i<p.length+64;i++)u.x^=p.charCodeAt(i)|0,u.next()}function o(a,u){return u.x=a.x,u.y=a.y,u.z=a.z,u.w=a.w,u}function s(a,u){var p=new n(a),i=u&&u.state,l=function(){return(p.next()>>>0)/4294967296};return l.double=function(){do var c=p.next()>>>11,m=(p.next()>>>0)/4294967296,f=(c+m)/(1<<21);while(f===0);return f},l.int32=p.next,l.quick=l,i&&(typeof i=="object"&&o(i,p),l.state=function(){return o(p,{})}),l}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.xor128=s})(oI,typeof Qx=="object"&&Qx,typeof define=="function"&&define)});var iI=ut((aI,Zx)=>{(function(r,e,t){function n(a){var u=this,p="";u.next=function(){var l=u.x^u.x>>>2;return u.x=u.y,u.y=u.z,u.z=u.w,u.w=u.v,(u.d=u.d+362437|0)+(u.v=u.v^u.v<<4^(l^l<<1))|0},u.x=0,u.y=0,u.z=0,u.w=0,u.v=0,a===(a|0)?u.x=a:p+=a;for(var i=0;i<p.length+64;i++)u.x^=p.charCodeAt(i)|0,i==p.length&&(u.d=u.x<<10^u.x>>>4),u.next()}function o(a,u){return u.x=a.x,u.y=a.y,u.z=a.z,u.w=a.w,u.v=a.v,u.d=a.d,u}function s(a,u){var p=new n(a),i=u&&u.state,l=function(){return(p.next()>>>0)/4294967296};return l.double=function(){do var c=p.next()>>>11,m=(p.next()>>>0)/4294967296,f=(c+m)/(1<<21);while(f===0);return f},l.int32=p.next,l.quick=l,i&&(typeof i=="object"&&o(i,p),l.state=function(){return o(p,{})}),l}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.xorwow=s})(aI,typeof Zx=="object"&&Zx,typeof define=="function"&&define)});var pI=ut((uI,Jx)=>{(function(r,e,t){function n(a){var u=this;u.next=function(){var i=u.x,l=u.i,c,m,f;return c=i[l],c^=c>>>7,m=c^c<<24,c=i[l+1&7],m^=c^c>>>10,c=i[l+3&7],m^=c^c>>>3,c=i[l+4&7],m^=c^c<<7,c=i[l+7&7],c=c^c<<13,m^=c^c<<9,i[l]=m,u.i=l+1&7,m};function p(i,l){var c,m,f=[];if(l===(l|0))m=f[0]=l;else for(l=""+l,c=0;c<l.length;++c)f[c&7]=f[c&7]<<15^l.charCodeAt(c)+f[c+1&7]<<13;for(;f.length<8;)f.push(0);for(c=0;c<8&&f[c]===0;++c);for(c==8?m=f[7]=-1:m=f[c],i.x=f,i.i=0,c=256;c>0;--c)i.next()}p(u,a)}function o(a,u){return u.x=a.x.slice(),u.i=a.i,u}function s(a,u){a==null&&(a=+new Date);var p=new n(a),i=u&&u.state,l=function(){return(p.next()>>>0)/4294967296};return l.double=function(){do var c=p.next()>>>11,m=(p.next()>>>0)/4294967296,f=(c+m)/(1<<21);while(f===0);return f},l.int32=p.next,l.quick=l,i&&(i.x&&o(i,p),l.state=function(){return o(p,{})}),l}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.xorshift7=s})(uI,typeof Jx=="object"&&Jx,typeof define=="function"&&define)});var cI=ut((lI,ey)=>{(function(r,e,t){function n(a){var u=this;u.next=function(){var i=u.w,l=u.X,c=u.i,m,f;return u.w=i=i+1640531527|0,f=l[c+34&127],m=l[c=c+1&127],f^=f<<13,m^=m<<17,f^=f>>>15,m^=m>>>12,f=l[c]=f^m,u.i=c,f+(i^i>>>16)|0};function p(i,l){var c,m,f,d,g,h=[],x=128;for(l===(l|0)?(m=l,l=null):(l=l+"\0",m=0,x=Math.max(x,l.length)),f=0,d=-32;d<x;++d)l&&(m^=l.charCodeAt((d+32)%l.length)),d===0&&(g=m),m^=m<<10,m^=m>>>15,m^=m<<4,m^=m>>>13,d>=0&&(g=g+1640531527|0,c=h[d&127]^=m+g,f=c==0?f+1:0);for(f>=128&&(h[(l&&l.length||0)&127]=-1),f=127,d=512;d>0;--d)m=h[f+34&127],c=h[f=f+1&127],m^=m<<13,c^=c<<17,m^=m>>>15,c^=c>>>12,h[f]=m^c;i.w=g,i.X=h,i.i=f}p(u,a)}function o(a,u){return u.i=a.i,u.w=a.w,u.X=a.X.slice(),u}function s(a,u){a==null&&(a=+new Date);var p=new n(a),i=u&&u.state,l=function(){return(p.next()>>>0)/4294967296};return l.double=function(){do var c=p.next()>>>11,m=(p.next()>>>0)/4294967296,f=(c+m)/(1<<21);while(f===0);return f},l.int32=p.next,l.quick=l,i&&(i.X&&o(i,p),l.state=function(){return o(p,{})}),l}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.xor4096=s})(lI,typeof ey=="object"&&ey,typeof define=="function"&&define)});var fI=ut((mI,ty)=>{(function(r,e,t){function n(a){var u=this,p="";u.next=function(){var l=u.b,c=u.c,m=u.d,f=u.a;return l=l<<25^l>>>7^c,c=c-m|0,m=m<<24^m>>>8^f,f=f-l|0,u.b=l=l<<20^l>>>12^c,u.c=c=c-m|0,u.d=m<<16^c>>>16^f,u.a=f-l|0},u.a=0,u.b=0,u.c=-1640531527,u.d=1367130551,a===Math.floor(a)?(u.a=a/4294967296|0,u.b=a|0):p+=a;for(var i=0;i<p.length+20;i++)u.b^=p.charCodeAt(i)|0,u.next()}function o(a,u){return u.a=a.a,u.b=a.b,u.c=a.c,u.d=a.d,u}function s(a,u){var p=new n(a),i=u&&u.state,l=function(){return(p.next()>>>0)/4294967296};return l.double=function(){do var c=p.next()>>>11,m=(p.next()>>>0)/4294967296,f=(c+m)/(1<<21);while(f===0);return f},l.int32=p.next,l.quick=l,i&&(typeof i=="object"&&o(i,p),l.state=function(){return o(p,{})}),l}e&&e.exports?e.exports=s:t&&t.amd?t(function(){return s}):this.tychei=s})(mI,typeof ty=="object"&&ty,typeof define=="function"&&define)});var dI=ut(()=>{});var gI=ut((hI,kc)=>{(function(r,e,t){var n=256,o=6,s=52,a="random",u=t.pow(n,o),p=t.pow(2,s),i=p*2,l=n-1,c;function m(I,T,E){var A=[];T=T==!0?{entropy:!0}:T||{};var R=h(g(T.entropy?[I,v(e)]:I??x(),3),A),O=new f(A),M=function(){for(var L=O.g(o),U=u,z=0;L<p;)L=(L+z)*n,U*=n,z=O.g(1);for(;L>=i;)L/=2,U/=2,z>>>=1;return(L+z)/U};return M.int32=function(){return O.g(4)|0},M.quick=function(){return O.g(4)/4294967296},M.double=M,h(v(O.S),e),(T.pass||E||function(L,U,z,J){return J&&(J.S&&d(J,O),L.state=function(){return d(O,{})}),z?(t[a]=L,U):L})(M,R,"global"in T?T.global:this==t,T.state)}function f(I){var T,E=I.length,A=this,R=0,O=A.i=A.j=0,M=A.S=[];for(E||(I=[E++]);R<n;)M[R]=R++;for(R=0;R<n;R++)M[R]=M[O=l&O+I[R%E]+(T=M[R])],M[O]=T;(A.g=function(L){for(var U,z=0,J=A.i,ae=A.j,ue=A.S;L--;)U=ue[J=l&J+1],z=z*n+ue[l&(ue[J]=ue[ae=l&ae+U])+(ue[ae]=U)];return A.i=J,A.j=ae,z})(n)}function d(I,T){return T.i=I.i,T.j=I.j,T.S=I.S.slice(),T}function g(I,T){var E=[],A=typeof I,R;if(T&&A=="object")for(R in I)try{E.push(g(I[R],T-1))}catch{}return E.length?E:A=="string"?I:I+"\0"}function h(I,T){for(var E=I+"",A,R=0;R<E.length;)T[l&R]=l&(A^=T[l&R]*19)+E.charCodeAt(R++);return v(T)}function x(){try{var I;return c&&(I=c.randomBytes)?I=I(n):(I=new Uint8Array(n),(r.crypto||r.msCrypto).getRandomValues(I)),v(I)}catch{var T=r.navigator,E=T&&T.plugins;return[+new Date,r,E,r.screen,v(e)]}}function v(I){return String.fromCharCode.apply(0,I)}if(h(t.random(),e),typeof kc=="object"&&kc.exports){kc.exports=m;try{c=dI()}catch{}}else typeof define=="function"&&define.amd?define(function(){return m}):t["seed"+a]=m})(typeof self<"u"?self:hI,[],Math)});var yI=ut((Wie,xI)=>{var mL=nI(),fL=sI(),dL=iI(),hL=pI(),gL=cI(),xL=fI(),Ms=gI();Ms.alea=mL;Ms.xor128=fL;Ms.xorwow=dL;Ms.xorshift7=hL;Ms.xor4096=gL;Ms.tychei=xL;xI.exports=Ms});var yb=ut(()=>{});var bb=ut(()=>{});var Uk=ut(()=>{});var Wk=ut(()=>{});var Gk=ut(()=>{});var zk=ut((Rm,vb)=>{var wb=(()=>{var r=typeof document<"u"&&document.currentScript?document.currentScript.src:void 0;return typeof __filename<"u"&&(r=r||__filename),(function(e){e=e||{};function t(){return Re.buffer!=St&&It(Re.buffer),Dp}function n(){return Re.buffer!=St&&It(Re.buffer),Fp}function o(){return Re.buffer!=St&&It(Re.buffer),Op}function s(){return Re.buffer!=St&&It(Re.buffer),Pp}function a(){return Re.buffer!=St&&It(Re.buffer),Mp}function u(){return Re.buffer!=St&&It(Re.buffer),Lp}function p(){return Re.buffer!=St&&It(Re.buffer),Bp}var i=typeof e<"u"?e:{},l,c;i.ready=new Promise(function(k,D){l=k,c=D});var m;typeof process<"u"&&process.listeners&&(m={uncaughtException:process.listeners("uncaughtException"),unhandledRejection:process.listeners("unhandledRejection")});var f=Object.assign({},i),d=[],g="./this.program",h=(k,D)=>{throw D},x=typeof window=="object",v=typeof importScripts=="function",I=typeof process=="object"&&typeof process.versions=="object"&&typeof process.versions.node=="string",T=i.ENVIRONMENT_IS_PTHREAD||!1,E="";function A(k){return i.locateFile?i.locateFile(k,E):E+k}var R,O,M,L;function U(k){if(k instanceof No)return;pe("exiting due to exception: "+k)}if(I){var z=yb(),J=bb();v?E=J.dirname(E)+"/":E=__dirname+"/",R=(D,G)=>(D=sa(D)?new URL(D):J.normalize(D),z.readFileSync(D,G?void 0:"utf8")),M=D=>{var G=R(D,!0);return G.buffer||(G=new Uint8Array(G)),G},O=(D,G,oe)=>{D=sa(D)?new URL(D):J.normalize(D),z.readFile(D,function(fe,ce){fe?oe(fe):G(ce.buffer)})},process.argv.length>1&&(g=process.argv[1].replace(/\\/g,"/")),d=process.argv.slice(2),process.on("uncaughtException",function(D){if(!(D instanceof No))throw D}),process.on("unhandledRejection",function(D){throw D}),h=(D,G)=>{if(Io())throw process.exitCode=D,G;U(G),process.exit(D)},i.inspect=function(){return"[Emscripten Module object]"};let k;try{k=Uk()}catch(D){throw console.error('The "worker_threads" module is not supported in this node.js build - perhaps a newer version is needed?'),D}global.Worker=k.Worker}else(x||v)&&(v?E=self.location.href:typeof document<"u"&&document.currentScript&&(E=document.currentScript.src),typeof r<"u"&&r&&(E=r),E.indexOf("blob:")!==0?E=E.substr(0,E.replace(/[?#].*/,"").lastIndexOf("/")+1):E="",I||(R=k=>{var D=new XMLHttpRequest;return D.open("GET",k,!1),D.send(null),D.responseText},v&&(M=k=>{var D=new XMLHttpRequest;return D.open("GET",k,!1),D.responseType="arraybuffer",D.send(null),new Uint8Array(D.response)}),O=(k,D,G)=>{var oe=new XMLHttpRequest;oe.open("GET",k,!0),oe.responseType="arraybuffer",oe.onload=()=>{if(oe.status==200||oe.status==0&&oe.response){D(oe.response);return}G()},oe.onerror=G,oe.send(null)}),L=k=>document.title=k);I&&typeof performance>"u"&&(global.performance=Wk().performance);var ae=console.log.bind(console),ue=console.warn.bind(console);I&&(ae=k=>z.writeSync(1,k+`
`),ue=k=>z.writeSync(2,k+`
`));var Ee=i.print||ae,pe=i.printErr||ue;Object.assign(i,f),f=null,i.arguments&&(d=i.arguments),i.thisProgram&&(g=i.thisProgram),i.quit&&(h=i.quit);var $e=4,Xe=Atomics.load,it=Atomics.store,Et=Atomics.compareExchange,Ze;i.wasmBinary&&(Ze=i.wasmBinary);var rt=i.noExitRuntime||!0;typeof WebAssembly!="object"&&Co("no native wasm support detected");var Re,gr,ar=!1,Jr;function cu(k,D){k||Co(D)}var mu=typeof TextDecoder<"u"?new TextDecoder("utf8"):void 0;function Sd(k,D,G){D>>>=0;for(var oe=D+G,fe=D;k[fe]&&!(fe>=oe);)++fe;if(fe-D>16&&k.buffer&&mu)return mu.decode(k.buffer instanceof SharedArrayBuffer?k.slice(D,fe):k.subarray(D,fe));for(var ce="";D<fe;){var j=k[D++];if(!(j&128)){ce+=String.fromCharCode(j);continue}var te=k[D++]&63;if((j&224)==192){ce+=String.fromCharCode((j&31)<<6|te);continue}var Ye=k[D++]&63;if((j&240)==224?j=(j&15)<<12|te<<6|Ye:j=(j&7)<<18|te<<12|Ye<<6|k[D++]&63,j<65536)ce+=String.fromCharCode(j);else{var ur=j-65536;ce+=String.fromCharCode(55296|ur>>10,56320|ur&1023)}}return ce}function $p(k,D){return k>>>=0,k?Sd(n(),k,D):""}function Ap(k,D,G,oe){if(G>>>=0,!(oe>0))return 0;for(var fe=G,ce=G+oe-1,j=0;j<k.length;++j){var te=k.charCodeAt(j);if(te>=55296&&te<=57343){var Ye=k.charCodeAt(++j);te=65536+((te&1023)<<10)|Ye&1023}if(te<=127){if(G>=ce)break;D[G++>>>0]=te}else if(te<=2047){if(G+1>=ce)break;D[G++>>>0]=192|te>>6,D[G++>>>0]=128|te&63}else if(te<=65535){if(G+2>=ce)break;D[G++>>>0]=224|te>>12,D[G++>>>0]=128|te>>6&63,D[G++>>>0]=128|te&63}else{if(G+3>=ce)break;D[G++>>>0]=240|te>>18,D[G++>>>0]=128|te>>12&63,D[G++>>>0]=128|te>>6&63,D[G++>>>0]=128|te&63}}return D[G>>>0]=0,G-fe}function Rp(k,D,G){return Ap(k,n(),D,G)}var St,Dp,Fp,Op,Id,Pp,Mp,Lp,Bp;T&&(St=i.buffer);function It(k){St=k,i.HEAP8=Dp=new Int8Array(k),i.HEAP16=Op=new Int16Array(k),i.HEAP32=Pp=new Int32Array(k),i.HEAPU8=Fp=new Uint8Array(k),i.HEAPU16=Id=new Uint16Array(k),i.HEAPU32=Mp=new Uint32Array(k),i.HEAPF32=Lp=new Float32Array(k),i.HEAPF64=Bp=new Float64Array(k)}var ra=i.INITIAL_MEMORY||16777216;if(T)Re=i.wasmMemory,St=i.buffer;else if(i.wasmMemory)Re=i.wasmMemory;else if(Re=new WebAssembly.Memory({initial:ra/65536,maximum:65536,shared:!0}),!(Re.buffer instanceof SharedArrayBuffer))throw pe("requested a shared WebAssembly.Memory but the returned buffer is not a SharedArrayBuffer, indicating that while the browser has SharedArrayBuffer it does not have WebAssembly threads support - you may need to set a flag"),I&&pe("(on node you may need: --experimental-wasm-threads --experimental-wasm-bulk-memory and/or recent version)"),Error("bad memory");Re&&(St=Re.buffer),ra=St.byteLength,It(St);var In,Vp=[],Up=[],Cn=[],Cd=!1;function Io(){return rt}function na(){if(i.preRun)for(typeof i.preRun=="function"&&(i.preRun=[i.preRun]);i.preRun.length;)Nd(i.preRun.shift());du(Vp)}function Ct(){Cd=!0,!T&&du(Up)}function Wp(){if(!T){if(i.postRun)for(typeof i.postRun=="function"&&(i.postRun=[i.postRun]);i.postRun.length;)pw(i.postRun.shift());du(Cn)}}function Nd(k){Vp.unshift(k)}function _d(k){Up.unshift(k)}function pw(k){Cn.unshift(k)}var Nn=0,oa=null,en=null;function Td(k){Nn++,i.monitorRunDependencies&&i.monitorRunDependencies(Nn)}function Gp(k){if(Nn--,i.monitorRunDependencies&&i.monitorRunDependencies(Nn),Nn==0&&(oa!==null&&(clearInterval(oa),oa=null),en)){var D=en;en=null,D()}}function Co(k){i.onAbort&&i.onAbort(k),k="Aborted("+k+")",pe(k),ar=!0,Jr=1,k+=". Build with -sASSERTIONS for more info.";var D=new WebAssembly.RuntimeError(k);throw c(D),D}var kd="data:application/octet-stream;base64,";function zp(k){return k.startsWith(kd)}function sa(k){return k.startsWith("file://")}var Nt;Nt="tfjs-backend-wasm-threaded-simd.wasm",zp(Nt)||(Nt=A(Nt));function Hp(k){try{if(k==Nt&&Ze)return new Uint8Array(Ze);if(M)return M(k);throw"both async and sync fetching of the wasm failed"}catch(D){Co(D)}}function Ed(){if(!Ze&&(x||v)){if(typeof fetch=="function"&&!sa(Nt))return fetch(Nt,{credentials:"same-origin"}).then(function(k){if(!k.ok)throw"failed to load wasm binary file at '"+Nt+"'";return k.arrayBuffer()}).catch(function(){return Hp(Nt)});if(O)return new Promise(function(k,D){O(Nt,function(G){k(new Uint8Array(G))},D)})}return Promise.resolve().then(function(){return Hp(Nt)})}function $d(){var k={env:ol,wasi_snapshot_preview1:ol};function D(j,te){var Ye=j.exports;if(i.asm=Ye,Bd(i.asm._emscripten_tls_init),In=i.asm.__indirect_function_table,_d(i.asm.__wasm_call_ctors),gr=te,!T){var ur=le.unusedWorkers.length;le.unusedWorkers.forEach(function(rn){le.loadWasmModuleToWorker(rn,function(){--ur||Gp("wasm-instantiate")})})}}T||Td("wasm-instantiate");function G(j){D(j.instance,j.module)}function oe(j){return Ed().then(function(te){return WebAssembly.instantiate(te,k)}).then(function(te){return te}).then(j,function(te){pe("failed to asynchronously prepare wasm: "+te),Co(te)})}function fe(){return!Ze&&typeof WebAssembly.instantiateStreaming=="function"&&!zp(Nt)&&!sa(Nt)&&!I&&typeof fetch=="function"?fetch(Nt,{credentials:"same-origin"}).then(function(j){var te=WebAssembly.instantiateStreaming(j,k);return te.then(G,function(Ye){return pe("wasm streaming compile failed: "+Ye),pe("falling back to ArrayBuffer instantiation"),oe(G)})}):oe(G)}if(i.instantiateWasm)try{var ce=i.instantiateWasm(k,D);return ce}catch(j){pe("Module.instantiateWasm callback failed with error: "+j),c(j)}return fe().catch(c),{}}var lw,cw,qp={};function No(k){this.name="ExitStatus",this.message="Program terminated with exit("+k+")",this.status=k}function Ad(k){var D=le.pthreads[k];delete le.pthreads[k],D.terminate(),tx(k),le.runningWorkers.splice(le.runningWorkers.indexOf(D),1),D.pthread_ptr=0}function Rd(k){var D=le.pthreads[k];D.postMessage({cmd:"cancel"})}function fu(k){var D=le.pthreads[k];cu(D),le.returnWorkerToPool(D)}function Dd(k){var D=le.getNewWorker();if(!D)return 6;le.runningWorkers.push(D),le.pthreads[k.pthread_ptr]=D,D.pthread_ptr=k.pthread_ptr;var G={cmd:"run",start_routine:k.startRoutine,arg:k.arg,pthread_ptr:k.pthread_ptr};return D.runPthread=()=>{I&&D.ref(),D.postMessage(G,k.transferList),delete D.runPthread},D.loaded&&D.runPthread(),0}var Kp={varargs:void 0,get:function(){Kp.varargs+=4;var k=s()[Kp.varargs-4>>>2];return k},getStr:function(k){var D=$p(k);return D}};function jp(k){if(T)return _n(1,1,k);Jr=k,Io()||(le.terminateAllThreads(),i.onExit&&i.onExit(k),ar=!0),h(k,new No(k))}function Fd(k,D){if(Jr=k,!D&&T)throw Yp(k),"unwind";jp(k)}var Xp=Fd;function Od(k){if(k instanceof No||k=="unwind")return Jr;h(1,k)}var le={unusedWorkers:[],runningWorkers:[],tlsInitFunctions:[],pthreads:{},init:function(){T?le.initWorker():le.initMainThread()},initMainThread:function(){for(var k=8;k--;)le.allocateUnusedWorker()},initWorker:function(){rt=!1},setExitStatus:function(k){Jr=k},terminateAllThreads:function(){for(var k of Object.values(le.pthreads))le.returnWorkerToPool(k);for(var k of le.unusedWorkers)k.terminate();le.unusedWorkers=[]},returnWorkerToPool:function(k){var D=k.pthread_ptr;delete le.pthreads[D],le.unusedWorkers.push(k),le.runningWorkers.splice(le.runningWorkers.indexOf(k),1),k.pthread_ptr=0,I&&k.unref(),tx(D)},receiveObjectTransfer:function(k){},threadInitTLS:function(){le.tlsInitFunctions.forEach(k=>k())},loadWasmModuleToWorker:function(k,D){k.onmessage=ce=>{var j=ce.data,te=j.cmd;if(k.pthread_ptr&&(le.currentProxiedOperationCallerThread=k.pthread_ptr),j.targetThread&&j.targetThread!=ll()){var Ye=le.pthreads[j.targetThread];Ye?Ye.postMessage(j,j.transferList):pe('Internal error! Worker sent a message "'+te+'" to target pthread '+j.targetThread+", but that thread no longer exists!"),le.currentProxiedOperationCallerThread=void 0;return}te==="processProxyingQueue"?hu(j.queue):te==="spawnThread"?Dd(j):te==="cleanupThread"?fu(j.thread):te==="killThread"?Ad(j.thread):te==="cancelThread"?Rd(j.thread):te==="loaded"?(k.loaded=!0,I&&k.unref(),D&&D(k),k.runPthread&&k.runPthread()):te==="print"?Ee("Thread "+j.threadId+": "+j.text):te==="printErr"?pe("Thread "+j.threadId+": "+j.text):te==="alert"?alert("Thread "+j.threadId+": "+j.text):j.target==="setimmediate"?k.postMessage(j):te==="callHandler"?i[j.handler](...j.args):te&&pe("worker sent an unknown command "+te),le.currentProxiedOperationCallerThread=void 0},k.onerror=ce=>{var j="worker sent an error!";throw pe(j+" "+ce.filename+":"+ce.lineno+": "+ce.message),ce},I&&(k.on("message",function(ce){k.onmessage({data:ce})}),k.on("error",function(ce){k.onerror(ce)}),k.on("detachedExit",function(){}));var G=[],oe=["onExit","onAbort","print","printErr"];for(var fe of oe)i.hasOwnProperty(fe)&&G.push(fe);k.postMessage({cmd:"load",handlers:G,urlOrBlob:i.mainScriptUrlOrBlob||r,wasmMemory:Re,wasmModule:gr})},allocateUnusedWorker:function(){var k,D=A("tfjs-backend-wasm-threaded-simd.worker.js");k=new Worker(D),le.unusedWorkers.push(k)},getNewWorker:function(){return le.unusedWorkers.length==0&&(le.allocateUnusedWorker(),le.loadWasmModuleToWorker(le.unusedWorkers[0])),le.unusedWorkers.pop()}};i.PThread=le;function du(k){for(;k.length>0;)k.shift()(i)}function Pd(){var k=ll(),D=s()[k+52>>>2],G=s()[k+56>>>2],oe=D-G;xw(D,oe),cl(D)}i.establishStackSpace=Pd;function Yp(k){if(T)return _n(2,0,k);try{Xp(k)}catch(D){Od(D)}}var aa=[];function Md(k){var D=aa[k];return D||(k>=aa.length&&(aa.length=k+1),aa[k]=D=In.get(k)),D}function Ld(k,D){var G=Md(k)(D);Io()?le.setExitStatus(G):gw(G)}i.invokeEntryPoint=Ld;function Bd(k){le.tlsInitFunctions.push(k)}function Vd(k){fw(k,!v,1,!x),le.threadInitTLS()}function Ud(k){T?postMessage({cmd:"cleanupThread",thread:k}):fu(k)}function Qp(k,D,G,oe){return T?_n(3,1,k,D,G,oe):Zp(k,D,G,oe)}function Zp(k,D,G,oe){if(typeof SharedArrayBuffer>"u")return pe("Current environment does not support SharedArrayBuffer, pthreads are not available!"),6;var fe=[],ce=0;if(T&&(fe.length===0||ce))return Qp(k,D,G,oe);if(ce)return ce;var j={startRoutine:G,pthread_ptr:k,arg:oe,transferList:fe};return T?(j.cmd="spawnThread",postMessage(j,fe),0):Dd(j)}function Wd(){return 65536}var Gd=!0;function zd(){return Gd}function hu(k){Atomics.store(s(),k>>2,1),ll()&&hw(k),Atomics.compareExchange(s(),k>>2,1,0)}i.executeNotifiedProxyingQueue=hu;function Hd(k,D,G,oe){if(k==D)setTimeout(()=>hu(oe));else if(T)postMessage({targetThread:k,cmd:"processProxyingQueue",queue:oe});else{var fe=le.pthreads[k];if(!fe)return;fe.postMessage({cmd:"processProxyingQueue",queue:oe})}return 1}function qd(k,D,G){return-1}function Kd(){Co("")}function _o(k){_o.shown||(_o.shown={}),_o.shown[k]||(_o.shown[k]=1,I&&(k="warning: "+k),pe(k))}function jd(){I||v||_o("Blocking on the main thread is very dangerous, see https://emscripten.org/docs/porting/pthreads.html#blocking-on-the-main-browser-thread")}function Xd(){return Date.now()}function Jp(){return 4294901760}function Yd(){return Jp()}var gu;I?gu=()=>{var k=process.hrtime();return k[0]*1e3+k[1]/1e6}:gu=()=>performance.timeOrigin+performance.now();function Qd(k,D,G){n().copyWithin(k>>>0,D>>>0,D+G>>>0)}function Zd(){return I?Gk().cpus().length:navigator.hardwareConcurrency}function Jd(k){var D=rx(),G=k();return cl(D),G}function _n(k,D){var G=arguments.length-2,oe=arguments;return Jd(()=>{for(var fe=G,ce=ml(fe*8),j=ce>>3,te=0;te<G;te++){var Ye=oe[2+te];p()[j+te>>>0]=Ye}return dw(k,fe,ce,D)})}var xu=[];function eh(k,D,G){xu.length=D;for(var oe=G>>3,fe=0;fe<D;fe++)xu[fe]=p()[oe+fe>>>0];var ce=k<0,j=ce?qp[-k-1]:ph[k];return j.apply(null,xu)}function th(k){try{return Re.grow(k-St.byteLength+65535>>>16),It(Re.buffer),1}catch{}}function rh(k){var D=n().length;if(k=k>>>0,k<=D)return!1;var G=Jp();if(k>G)return!1;let oe=(Ye,ur)=>Ye+(ur-Ye%ur)%ur;for(var fe=1;fe<=4;fe*=2){var ce=D*(1+.2/fe);ce=Math.min(ce,k+100663296);var j=Math.min(G,oe(Math.max(k,ce),65536)),te=th(j);if(te)return!0}return!1}function nh(){throw"unwind"}function el(k){return T?_n(4,1,k):52}function tl(k,D,G,oe,fe){return T?_n(5,1,k,D,G,oe,fe):70}var oh=[null,[],[]];function sh(k,D){var G=oh[k];D===0||D===10?((k===1?Ee:pe)(Sd(G,0)),G.length=0):G.push(D)}function rl(k,D,G,oe){if(T)return _n(6,1,k,D,G,oe);for(var fe=0,ce=0;ce<G;ce++){var j=a()[D>>>2],te=a()[D+4>>>2];D+=8;for(var Ye=0;Ye<te;Ye++)sh(k,n()[j+Ye>>>0]);fe+=te}return a()[oe>>>2]=fe,0}function nl(k){var D=i["_"+k];return D}function ah(k,D){t().set(k,D>>>0)}function ih(k,D,G,oe,fe){var ce={string:Xt=>{var la=0;if(Xt!=null&&Xt!==0){var ww=(Xt.length<<2)+1;la=ml(ww),Rp(Xt,la,ww)}return la},array:Xt=>{var la=ml(Xt.length);return ah(Xt,la),la}};function j(Xt){return D==="string"?$p(Xt):D==="boolean"?!!Xt:Xt}var te=nl(k),Ye=[],ur=0;if(oe)for(var rn=0;rn<oe.length;rn++){var bw=ce[G[rn]];bw?(ur===0&&(ur=rx()),Ye[rn]=bw(oe[rn])):Ye[rn]=oe[rn]}var nx=te.apply(null,Ye);function uF(Xt){return ur!==0&&cl(ur),j(Xt)}return nx=uF(nx),nx}function uh(k,D,G,oe){G=G||[];var fe=G.every(j=>j==="number"||j==="boolean"),ce=D!=="string";return ce&&fe&&!oe?nl(k):function(){return ih(k,D,G,arguments,oe)}}le.init();var ph=[null,jp,Yp,Qp,el,tl,rl],ol={__emscripten_init_main_thread_js:Vd,__emscripten_thread_cleanup:Ud,__pthread_create_js:Zp,_emscripten_default_pthread_stack_size:Wd,_emscripten_get_now_is_monotonic:zd,_emscripten_notify_task_queue:Hd,_emscripten_set_offscreencanvas_size:qd,abort:Kd,emscripten_check_blocking_allowed:jd,emscripten_date_now:Xd,emscripten_get_heap_max:Yd,emscripten_get_now:gu,emscripten_memcpy_big:Qd,emscripten_num_logical_cores:Zd,emscripten_receive_on_main_thread_js:eh,emscripten_resize_heap:rh,emscripten_unwind_to_js_event_loop:nh,exit:Xp,fd_close:el,fd_seek:tl,fd_write:rl,memory:Re||i.wasmMemory},mw=$d(),lh=i.___wasm_call_ctors=function(){return(lh=i.___wasm_call_ctors=i.asm.__wasm_call_ctors).apply(null,arguments)},ch=i._init=function(){return(ch=i._init=i.asm.init).apply(null,arguments)},mh=i._init_with_threads_count=function(){return(mh=i._init_with_threads_count=i.asm.init_with_threads_count).apply(null,arguments)},fh=i._get_threads_count=function(){return(fh=i._get_threads_count=i.asm.get_threads_count).apply(null,arguments)},dh=i._register_tensor=function(){return(dh=i._register_tensor=i.asm.register_tensor).apply(null,arguments)},hh=i._dispose_data=function(){return(hh=i._dispose_data=i.asm.dispose_data).apply(null,arguments)},gh=i._dispose=function(){return(gh=i._dispose=i.asm.dispose).apply(null,arguments)},xh=i._Abs=function(){return(xh=i._Abs=i.asm.Abs).apply(null,arguments)},yh=i._Acos=function(){return(yh=i._Acos=i.asm.Acos).apply(null,arguments)},bh=i._Acosh=function(){return(bh=i._Acosh=i.asm.Acosh).apply(null,arguments)},wh=i._Add=function(){return(wh=i._Add=i.asm.Add).apply(null,arguments)},vh=i._AddN=function(){return(vh=i._AddN=i.asm.AddN).apply(null,arguments)},Sh=i._All=function(){return(Sh=i._All=i.asm.All).apply(null,arguments)},Ih=i._Any=function(){return(Ih=i._Any=i.asm.Any).apply(null,arguments)},Ch=i._ArgMax=function(){return(Ch=i._ArgMax=i.asm.ArgMax).apply(null,arguments)},Nh=i._ArgMin=function(){return(Nh=i._ArgMin=i.asm.ArgMin).apply(null,arguments)},_h=i._Asin=function(){return(_h=i._Asin=i.asm.Asin).apply(null,arguments)},Th=i._Asinh=function(){return(Th=i._Asinh=i.asm.Asinh).apply(null,arguments)},kh=i._Atan=function(){return(kh=i._Atan=i.asm.Atan).apply(null,arguments)},Eh=i._Atan2=function(){return(Eh=i._Atan2=i.asm.Atan2).apply(null,arguments)},$h=i._Atanh=function(){return($h=i._Atanh=i.asm.Atanh).apply(null,arguments)},Ah=i._AvgPool=function(){return(Ah=i._AvgPool=i.asm.AvgPool).apply(null,arguments)},Rh=i._AvgPool3D=function(){return(Rh=i._AvgPool3D=i.asm.AvgPool3D).apply(null,arguments)},Dh=i._AvgPool3DGrad=function(){return(Dh=i._AvgPool3DGrad=i.asm.AvgPool3DGrad).apply(null,arguments)},Fh=i._AvgPoolGrad=function(){return(Fh=i._AvgPoolGrad=i.asm.AvgPoolGrad).apply(null,arguments)},Oh=i._BatchMatMul=function(){return(Oh=i._BatchMatMul=i.asm.BatchMatMul).apply(null,arguments)},Ph=i._Bincount=function(){return(Ph=i._Bincount=i.asm.Bincount).apply(null,arguments)},Mh=i._BitwiseAnd=function(){return(Mh=i._BitwiseAnd=i.asm.BitwiseAnd).apply(null,arguments)},Lh=i._Ceil=function(){return(Lh=i._Ceil=i.asm.Ceil).apply(null,arguments)},Bh=i._ClipByValue=function(){return(Bh=i._ClipByValue=i.asm.ClipByValue).apply(null,arguments)},Vh=i._Conv2D=function(){return(Vh=i._Conv2D=i.asm.Conv2D).apply(null,arguments)},Uh=i._Conv2DBackpropInput=function(){return(Uh=i._Conv2DBackpropInput=i.asm.Conv2DBackpropInput).apply(null,arguments)},Wh=i._Conv3D=function(){return(Wh=i._Conv3D=i.asm.Conv3D).apply(null,arguments)},Gh=i._Conv3DBackpropFilterV2=function(){return(Gh=i._Conv3DBackpropFilterV2=i.asm.Conv3DBackpropFilterV2).apply(null,arguments)},zh=i._Conv3DBackpropInputV2=function(){return(zh=i._Conv3DBackpropInputV2=i.asm.Conv3DBackpropInputV2).apply(null,arguments)},Hh=i._Cos=function(){return(Hh=i._Cos=i.asm.Cos).apply(null,arguments)},qh=i._Cosh=function(){return(qh=i._Cosh=i.asm.Cosh).apply(null,arguments)},Kh=i._CropAndResize=function(){return(Kh=i._CropAndResize=i.asm.CropAndResize).apply(null,arguments)},jh=i._Cumprod=function(){return(jh=i._Cumprod=i.asm.Cumprod).apply(null,arguments)},Xh=i._Cumsum=function(){return(Xh=i._Cumsum=i.asm.Cumsum).apply(null,arguments)},Yh=i._DenseBincount=function(){return(Yh=i._DenseBincount=i.asm.DenseBincount).apply(null,arguments)},Qh=i._DepthToSpace=function(){return(Qh=i._DepthToSpace=i.asm.DepthToSpace).apply(null,arguments)},Zh=i._DepthwiseConv2dNative=function(){return(Zh=i._DepthwiseConv2dNative=i.asm.DepthwiseConv2dNative).apply(null,arguments)},Jh=i._Diag=function(){return(Jh=i._Diag=i.asm.Diag).apply(null,arguments)},eg=i._Dilation2D=function(){return(eg=i._Dilation2D=i.asm.Dilation2D).apply(null,arguments)},tg=i._Dilation2DBackpropFilter=function(){return(tg=i._Dilation2DBackpropFilter=i.asm.Dilation2DBackpropFilter).apply(null,arguments)},rg=i._Dilation2DBackpropInput=function(){return(rg=i._Dilation2DBackpropInput=i.asm.Dilation2DBackpropInput).apply(null,arguments)},ng=i._Elu=function(){return(ng=i._Elu=i.asm.Elu).apply(null,arguments)},og=i._EluGrad=function(){return(og=i._EluGrad=i.asm.EluGrad).apply(null,arguments)},sg=i._Equal=function(){return(sg=i._Equal=i.asm.Equal).apply(null,arguments)},ag=i._Erf=function(){return(ag=i._Erf=i.asm.Erf).apply(null,arguments)},ig=i._Exp=function(){return(ig=i._Exp=i.asm.Exp).apply(null,arguments)},ug=i._Expm1=function(){return(ug=i._Expm1=i.asm.Expm1).apply(null,arguments)},pg=i._FlipLeftRight=function(){return(pg=i._FlipLeftRight=i.asm.FlipLeftRight).apply(null,arguments)},lg=i._Floor=function(){return(lg=i._Floor=i.asm.Floor).apply(null,arguments)},cg=i._FloorDiv=function(){return(cg=i._FloorDiv=i.asm.FloorDiv).apply(null,arguments)},mg=i._FusedBatchNorm=function(){return(mg=i._FusedBatchNorm=i.asm.FusedBatchNorm).apply(null,arguments)},fg=i._FusedConv2D=function(){return(fg=i._FusedConv2D=i.asm.FusedConv2D).apply(null,arguments)},dg=i._FusedDepthwiseConv2D=function(){return(dg=i._FusedDepthwiseConv2D=i.asm.FusedDepthwiseConv2D).apply(null,arguments)},hg=i._Gather=function(){return(hg=i._Gather=i.asm.Gather).apply(null,arguments)},gg=i._GatherNd=function(){return(gg=i._GatherNd=i.asm.GatherNd).apply(null,arguments)},xg=i._Greater=function(){return(xg=i._Greater=i.asm.Greater).apply(null,arguments)},yg=i._GreaterEqual=function(){return(yg=i._GreaterEqual=i.asm.GreaterEqual).apply(null,arguments)},bg=i._IsFinite=function(){return(bg=i._IsFinite=i.asm.IsFinite).apply(null,arguments)},wg=i._IsInf=function(){return(wg=i._IsInf=i.asm.IsInf).apply(null,arguments)},vg=i._IsNan=function(){return(vg=i._IsNan=i.asm.IsNan).apply(null,arguments)},Sg=i._LRN=function(){return(Sg=i._LRN=i.asm.LRN).apply(null,arguments)},Ig=i._LRNGrad=function(){return(Ig=i._LRNGrad=i.asm.LRNGrad).apply(null,arguments)},Cg=i._LeakyRelu=function(){return(Cg=i._LeakyRelu=i.asm.LeakyRelu).apply(null,arguments)},Ng=i._Less=function(){return(Ng=i._Less=i.asm.Less).apply(null,arguments)},_g=i._LessEqual=function(){return(_g=i._LessEqual=i.asm.LessEqual).apply(null,arguments)},Tg=i._LinSpace=function(){return(Tg=i._LinSpace=i.asm.LinSpace).apply(null,arguments)},kg=i._Log=function(){return(kg=i._Log=i.asm.Log).apply(null,arguments)},Eg=i._Log1p=function(){return(Eg=i._Log1p=i.asm.Log1p).apply(null,arguments)},$g=i._LogicalAnd=function(){return($g=i._LogicalAnd=i.asm.LogicalAnd).apply(null,arguments)},Ag=i._LogicalNot=function(){return(Ag=i._LogicalNot=i.asm.LogicalNot).apply(null,arguments)},Rg=i._LogicalOr=function(){return(Rg=i._LogicalOr=i.asm.LogicalOr).apply(null,arguments)},Dg=i._LogicalXor=function(){return(Dg=i._LogicalXor=i.asm.LogicalXor).apply(null,arguments)},Fg=i._Max=function(){return(Fg=i._Max=i.asm.Max).apply(null,arguments)},Og=i._MaxPool=function(){return(Og=i._MaxPool=i.asm.MaxPool).apply(null,arguments)},Pg=i._MaxPool3D=function(){return(Pg=i._MaxPool3D=i.asm.MaxPool3D).apply(null,arguments)},Mg=i._MaxPool3DGrad=function(){return(Mg=i._MaxPool3DGrad=i.asm.MaxPool3DGrad).apply(null,arguments)},Lg=i._MaxPoolGrad=function(){return(Lg=i._MaxPoolGrad=i.asm.MaxPoolGrad).apply(null,arguments)},Bg=i._MaxPoolWithArgmax=function(){return(Bg=i._MaxPoolWithArgmax=i.asm.MaxPoolWithArgmax).apply(null,arguments)},Vg=i._Maximum=function(){return(Vg=i._Maximum=i.asm.Maximum).apply(null,arguments)},Ug=i._Mean=function(){return(Ug=i._Mean=i.asm.Mean).apply(null,arguments)},Wg=i._Min=function(){return(Wg=i._Min=i.asm.Min).apply(null,arguments)},Gg=i._Minimum=function(){return(Gg=i._Minimum=i.asm.Minimum).apply(null,arguments)},zg=i._MirrorPad=function(){return(zg=i._MirrorPad=i.asm.MirrorPad).apply(null,arguments)},Hg=i._Mod=function(){return(Hg=i._Mod=i.asm.Mod).apply(null,arguments)},qg=i._Multinomial=function(){return(qg=i._Multinomial=i.asm.Multinomial).apply(null,arguments)},Kg=i._Multiply=function(){return(Kg=i._Multiply=i.asm.Multiply).apply(null,arguments)},jg=i._Neg=function(){return(jg=i._Neg=i.asm.Neg).apply(null,arguments)},Xg=i._NonMaxSuppressionV3=function(){return(Xg=i._NonMaxSuppressionV3=i.asm.NonMaxSuppressionV3).apply(null,arguments)},Yg=i._NonMaxSuppressionV4=function(){return(Yg=i._NonMaxSuppressionV4=i.asm.NonMaxSuppressionV4).apply(null,arguments)},sl=i._NonMaxSuppressionV5=function(){return(sl=i._NonMaxSuppressionV5=i.asm.NonMaxSuppressionV5).apply(null,arguments)},al=i._NotEqual=function(){return(al=i._NotEqual=i.asm.NotEqual).apply(null,arguments)},yu=i._OneHot=function(){return(yu=i._OneHot=i.asm.OneHot).apply(null,arguments)},Qg=i._PadV2=function(){return(Qg=i._PadV2=i.asm.PadV2).apply(null,arguments)},Zg=i._Pow=function(){return(Zg=i._Pow=i.asm.Pow).apply(null,arguments)},ia=i._Prelu=function(){return(ia=i._Prelu=i.asm.Prelu).apply(null,arguments)},il=i._Prod=function(){return(il=i._Prod=i.asm.Prod).apply(null,arguments)},ua=i._RealDiv=function(){return(ua=i._RealDiv=i.asm.RealDiv).apply(null,arguments)},pa=i._Reciprocal=function(){return(pa=i._Reciprocal=i.asm.Reciprocal).apply(null,arguments)},Jg=i._Relu=function(){return(Jg=i._Relu=i.asm.Relu).apply(null,arguments)},P=i._Relu6=function(){return(P=i._Relu6=i.asm.Relu6).apply(null,arguments)},W=i._ResizeBilinear=function(){return(W=i._ResizeBilinear=i.asm.ResizeBilinear).apply(null,arguments)},ne=i._ResizeBilinearGrad=function(){return(ne=i._ResizeBilinearGrad=i.asm.ResizeBilinearGrad).apply(null,arguments)},Te=i._ResizeNearestNeighbor=function(){return(Te=i._ResizeNearestNeighbor=i.asm.ResizeNearestNeighbor).apply(null,arguments)},We=i._ResizeNearestNeighborGrad=function(){return(We=i._ResizeNearestNeighborGrad=i.asm.ResizeNearestNeighborGrad).apply(null,arguments)},Ge=i._Reverse=function(){return(Ge=i._Reverse=i.asm.Reverse).apply(null,arguments)},we=i._RotateWithOffset=function(){return(we=i._RotateWithOffset=i.asm.RotateWithOffset).apply(null,arguments)},xe=i._Round=function(){return(xe=i._Round=i.asm.Round).apply(null,arguments)},st=i._Rsqrt=function(){return(st=i._Rsqrt=i.asm.Rsqrt).apply(null,arguments)},ir=i._ScatterNd=function(){return(ir=i._ScatterNd=i.asm.ScatterNd).apply(null,arguments)},tn=i._SearchSorted=function(){return(tn=i._SearchSorted=i.asm.SearchSorted).apply(null,arguments)},ul=i._SelectV2=function(){return(ul=i._SelectV2=i.asm.SelectV2).apply(null,arguments)},bu=i._Selu=function(){return(bu=i._Selu=i.asm.Selu).apply(null,arguments)},ex=i._Sigmoid=function(){return(ex=i._Sigmoid=i.asm.Sigmoid).apply(null,arguments)},$t=i._Sign=function(){return($t=i._Sign=i.asm.Sign).apply(null,arguments)},Tn=i._Sin=function(){return(Tn=i._Sin=i.asm.Sin).apply(null,arguments)},pl=i._Sinh=function(){return(pl=i._Sinh=i.asm.Sinh).apply(null,arguments)},$D=i._Softmax=function(){return($D=i._Softmax=i.asm.Softmax).apply(null,arguments)},AD=i._Softplus=function(){return(AD=i._Softplus=i.asm.Softplus).apply(null,arguments)},RD=i._SparseFillEmptyRows=function(){return(RD=i._SparseFillEmptyRows=i.asm.SparseFillEmptyRows).apply(null,arguments)},DD=i._SparseReshape=function(){return(DD=i._SparseReshape=i.asm.SparseReshape).apply(null,arguments)},FD=i._SparseSegmentReduction=function(){return(FD=i._SparseSegmentReduction=i.asm.SparseSegmentReduction).apply(null,arguments)},OD=i._SparseToDense=function(){return(OD=i._SparseToDense=i.asm.SparseToDense).apply(null,arguments)},PD=i._Sqrt=function(){return(PD=i._Sqrt=i.asm.Sqrt).apply(null,arguments)},MD=i._Square=function(){return(MD=i._Square=i.asm.Square).apply(null,arguments)},LD=i._SquaredDifference=function(){return(LD=i._SquaredDifference=i.asm.SquaredDifference).apply(null,arguments)},BD=i._Step=function(){return(BD=i._Step=i.asm.Step).apply(null,arguments)},VD=i._StridedSlice=function(){return(VD=i._StridedSlice=i.asm.StridedSlice).apply(null,arguments)},UD=i._Sub=function(){return(UD=i._Sub=i.asm.Sub).apply(null,arguments)},WD=i._Sum=function(){return(WD=i._Sum=i.asm.Sum).apply(null,arguments)},GD=i._Tan=function(){return(GD=i._Tan=i.asm.Tan).apply(null,arguments)},zD=i._Tanh=function(){return(zD=i._Tanh=i.asm.Tanh).apply(null,arguments)},HD=i._TensorScatterUpdate=function(){return(HD=i._TensorScatterUpdate=i.asm.TensorScatterUpdate).apply(null,arguments)},qD=i._Tile=function(){return(qD=i._Tile=i.asm.Tile).apply(null,arguments)},KD=i._TopK=function(){return(KD=i._TopK=i.asm.TopK).apply(null,arguments)},jD=i._Transform=function(){return(jD=i._Transform=i.asm.Transform).apply(null,arguments)},XD=i._Transpose=function(){return(XD=i._Transpose=i.asm.Transpose).apply(null,arguments)},YD=i.__FusedMatMul=function(){return(YD=i.__FusedMatMul=i.asm._FusedMatMul).apply(null,arguments)},QD=i._malloc=function(){return(QD=i._malloc=i.asm.malloc).apply(null,arguments)},ZD=i._free=function(){return(ZD=i._free=i.asm.free).apply(null,arguments)},JD=i.__emscripten_tls_init=function(){return(JD=i.__emscripten_tls_init=i.asm._emscripten_tls_init).apply(null,arguments)},ll=i._pthread_self=function(){return(ll=i._pthread_self=i.asm.pthread_self).apply(null,arguments)},eF=i.___errno_location=function(){return(eF=i.___errno_location=i.asm.__errno_location).apply(null,arguments)},fw=i.__emscripten_thread_init=function(){return(fw=i.__emscripten_thread_init=i.asm._emscripten_thread_init).apply(null,arguments)},tF=i.__emscripten_thread_crashed=function(){return(tF=i.__emscripten_thread_crashed=i.asm._emscripten_thread_crashed).apply(null,arguments)},rF=i._emscripten_main_thread_process_queued_calls=function(){return(rF=i._emscripten_main_thread_process_queued_calls=i.asm.emscripten_main_thread_process_queued_calls).apply(null,arguments)},nF=i._emscripten_main_browser_thread_id=function(){return(nF=i._emscripten_main_browser_thread_id=i.asm.emscripten_main_browser_thread_id).apply(null,arguments)},dw=i._emscripten_run_in_main_runtime_thread_js=function(){return(dw=i._emscripten_run_in_main_runtime_thread_js=i.asm.emscripten_run_in_main_runtime_thread_js).apply(null,arguments)},oF=i._emscripten_dispatch_to_thread_=function(){return(oF=i._emscripten_dispatch_to_thread_=i.asm.emscripten_dispatch_to_thread_).apply(null,arguments)},hw=i.__emscripten_proxy_execute_task_queue=function(){return(hw=i.__emscripten_proxy_execute_task_queue=i.asm._emscripten_proxy_execute_task_queue).apply(null,arguments)},tx=i.__emscripten_thread_free_data=function(){return(tx=i.__emscripten_thread_free_data=i.asm._emscripten_thread_free_data).apply(null,arguments)},gw=i.__emscripten_thread_exit=function(){return(gw=i.__emscripten_thread_exit=i.asm._emscripten_thread_exit).apply(null,arguments)},xw=i._emscripten_stack_set_limits=function(){return(xw=i._emscripten_stack_set_limits=i.asm.emscripten_stack_set_limits).apply(null,arguments)},rx=i.stackSave=function(){return(rx=i.stackSave=i.asm.stackSave).apply(null,arguments)},cl=i.stackRestore=function(){return(cl=i.stackRestore=i.asm.stackRestore).apply(null,arguments)},ml=i.stackAlloc=function(){return(ml=i.stackAlloc=i.asm.stackAlloc).apply(null,arguments)},sF=i.dynCall_iijjiiii=function(){return(sF=i.dynCall_iijjiiii=i.asm.dynCall_iijjiiii).apply(null,arguments)},aF=i.dynCall_jiji=function(){return(aF=i.dynCall_jiji=i.asm.dynCall_jiji).apply(null,arguments)};i.keepRuntimeAlive=Io,i.wasmMemory=Re,i.cwrap=uh,i.ExitStatus=No,i.PThread=le;var fl;en=function k(){fl||yw(),fl||(en=k)};function yw(k){if(k=k||d,Nn>0)return;if(T){l(i),Ct(),startWorker(i);return}if(na(),Nn>0)return;function D(){fl||(fl=!0,i.calledRun=!0,!ar&&(Ct(),l(i),i.onRuntimeInitialized&&i.onRuntimeInitialized(),Wp()))}i.setStatus?(i.setStatus("Running..."),setTimeout(function(){setTimeout(function(){i.setStatus("")},1),D()},1)):D()}if(i.preInit)for(typeof i.preInit=="function"&&(i.preInit=[i.preInit]);i.preInit.length>0;)i.preInit.pop()();yw();var dl;m&&(dl={uncaughtException:process.listeners("uncaughtException").filter(function(k){return!m.uncaughtException.indexOf(k)>-1}),unhandledRejection:process.listeners("unhandledRejection").filter(function(k){return!m.unhandledRejection.indexOf(k)>-1})});var hl;if(typeof WasmBackendModule<"u")hl=WasmBackendModule;else if(typeof e<"u")hl=e;else throw new Error("Could not find wasm module in post.js");if(dl){var iF=hl._dispose;hl._dispose=function(){iF(),dl.uncaughtException.forEach(function(k){process.removeListener("uncaughtException",k)}),dl.unhandledRejection.forEach(function(k){process.removeListener("unhandledRejection",k)})}}return e.ready})})();typeof Rm=="object"&&typeof vb=="object"?vb.exports=wb:typeof define=="function"&&define.amd?define([],function(){return wb}):typeof Rm=="object"&&(Rm.WasmBackendModuleThreadedSimd=wb)});var qk=ut((ZWe,Hk)=>{Hk.exports.wasmWorkerContents=`"use strict";var Module={};var ENVIRONMENT_IS_NODE=typeof process=="object"&&typeof process.versions=="object"&&typeof process.versions.node=="string";if(ENVIRONMENT_IS_NODE){var nodeWorkerThreads=require("worker_threads");var parentPort=nodeWorkerThreads.parentPort;parentPort.on("message",data=>onmessage({data:data}));var fs=require("fs");Object.assign(global,{self:global,require:require,Module:Module,location:{href:__filename},Worker:nodeWorkerThreads.Worker,importScripts:function(f){(0,eval)(fs.readFileSync(f,"utf8")+"//# sourceURL="+f)},postMessage:function(msg){parentPort.postMessage(msg)},performance:global.performance||{now:function(){return Date.now()}}})}var initializedJS=false;var pendingNotifiedProxyingQueues=[];function threadPrintErr(){var text=Array.prototype.slice.call(arguments).join(" ");if(ENVIRONMENT_IS_NODE){fs.writeSync(2,text+"
");return}console.error(text)}function threadAlert(){var text=Array.prototype.slice.call(arguments).join(" ");postMessage({cmd:"alert",text:text,threadId:Module["_pthread_self"]()})}var err=threadPrintErr;self.alert=threadAlert;Module["instantiateWasm"]=(info,receiveInstance)=>{var instance=new WebAssembly.Instance(Module["wasmModule"],info);receiveInstance(instance);Module["wasmModule"]=null;return instance.exports};self.onunhandledrejection=e=>{throw e.reason??e};self.startWorker=instance=>{Module=instance;postMessage({"cmd":"loaded"})};self.onmessage=e=>{try{if(e.data.cmd==="load"){Module["wasmModule"]=e.data.wasmModule;for(const handler of e.data.handlers){Module[handler]=function(){postMessage({cmd:"callHandler",handler:handler,args:[...arguments]})}}Module["wasmMemory"]=e.data.wasmMemory;Module["buffer"]=Module["wasmMemory"].buffer;Module["ENVIRONMENT_IS_PTHREAD"]=true;if(typeof e.data.urlOrBlob=="string"){importScripts(e.data.urlOrBlob)}else{var objectUrl=URL.createObjectURL(e.data.urlOrBlob);importScripts(objectUrl);URL.revokeObjectURL(objectUrl)}WasmBackendModuleThreadedSimd(Module)}else if(e.data.cmd==="run"){Module["__emscripten_thread_init"](e.data.pthread_ptr,0,0,1);Module["establishStackSpace"]();Module["PThread"].receiveObjectTransfer(e.data);Module["PThread"].threadInitTLS();if(!initializedJS){pendingNotifiedProxyingQueues.forEach(queue=>{Module["executeNotifiedProxyingQueue"](queue)});pendingNotifiedProxyingQueues=[];initializedJS=true}try{Module["invokeEntryPoint"](e.data.start_routine,e.data.arg)}catch(ex){if(ex!="unwind"){if(ex instanceof Module["ExitStatus"]){if(Module["keepRuntimeAlive"]()){}else{Module["__emscripten_thread_exit"](ex.status)}}else{throw ex}}}}else if(e.data.cmd==="cancel"){if(Module["_pthread_self"]()){Module["__emscripten_thread_exit"](-1)}}else if(e.data.target==="setimmediate"){}else if(e.data.cmd==="processProxyingQueue"){if(initializedJS){Module["executeNotifiedProxyingQueue"](e.data.queue)}else{pendingNotifiedProxyingQueues.push(e.data.queue)}}else if(e.data.cmd){err("worker.js received unknown command "+e.data.cmd);err(e.data)}}catch(ex){if(Module["__emscripten_thread_crashed"]){Module["__emscripten_thread_crashed"]()}throw ex}};`});var Kk=ut((Dm,Ib)=>{var Sb=(()=>{var r=typeof document<"u"&&document.currentScript?document.currentScript.src:void 0;return typeof __filename<"u"&&(r=r||__filename),(function(e){e=e||{};var t=typeof e<"u"?e:{},n,o;t.ready=new Promise(function(P,W){n=P,o=W});var s;typeof process<"u"&&process.listeners&&(s={uncaughtException:process.listeners("uncaughtException"),unhandledRejection:process.listeners("unhandledRejection")});var a=Object.assign({},t),u=[],p="./this.program",i=(P,W)=>{throw W},l=typeof window=="object",c=typeof importScripts=="function",m=typeof process=="object"&&typeof process.versions=="object"&&typeof process.versions.node=="string",f="";function d(P){return t.locateFile?t.locateFile(P,f):f+P}var g,h,x,v;function I(P){if(P instanceof oa)return;R("exiting due to exception: "+P)}if(m){var T=yb(),E=bb();c?f=E.dirname(f)+"/":f=__dirname+"/",g=(P,W)=>(P=na(P)?new URL(P):E.normalize(P),T.readFileSync(P,W?void 0:"utf8")),x=P=>{var W=g(P,!0);return W.buffer||(W=new Uint8Array(W)),W},h=(P,W,ne)=>{P=na(P)?new URL(P):E.normalize(P),T.readFile(P,function(Te,We){Te?ne(Te):W(We.buffer)})},process.argv.length>1&&(p=process.argv[1].replace(/\\/g,"/")),u=process.argv.slice(2),process.on("uncaughtException",function(P){if(!(P instanceof oa))throw P}),process.on("unhandledRejection",function(P){throw P}),i=(P,W)=>{if(Fp())throw process.exitCode=P,W;I(W),process.exit(P)},t.inspect=function(){return"[Emscripten Module object]"}}else(l||c)&&(c?f=self.location.href:typeof document<"u"&&document.currentScript&&(f=document.currentScript.src),r&&(f=r),f.indexOf("blob:")!==0?f=f.substr(0,f.replace(/[?#].*/,"").lastIndexOf("/")+1):f="",g=P=>{var W=new XMLHttpRequest;return W.open("GET",P,!1),W.send(null),W.responseText},c&&(x=P=>{var W=new XMLHttpRequest;return W.open("GET",P,!1),W.responseType="arraybuffer",W.send(null),new Uint8Array(W.response)}),h=(P,W,ne)=>{var Te=new XMLHttpRequest;Te.open("GET",P,!0),Te.responseType="arraybuffer",Te.onload=()=>{if(Te.status==200||Te.status==0&&Te.response){W(Te.response);return}ne()},Te.onerror=ne,Te.send(null)},v=P=>document.title=P);var A=t.print||console.log.bind(console),R=t.printErr||console.warn.bind(console);Object.assign(t,a),a=null,t.arguments&&(u=t.arguments),t.thisProgram&&(p=t.thisProgram),t.quit&&(i=t.quit);var O=4,M;t.wasmBinary&&(M=t.wasmBinary);var L=t.noExitRuntime||!0;typeof WebAssembly!="object"&&Cn("no native wasm support detected");var U,z=!1,J;function ae(P,W){P||Cn(W)}var ue=typeof TextDecoder<"u"?new TextDecoder("utf8"):void 0;function Ee(P,W,ne){W>>>=0;for(var Te=W+ne,We=W;P[We]&&!(We>=Te);)++We;if(We-W>16&&P.buffer&&ue)return ue.decode(P.subarray(W,We));for(var Ge="";W<We;){var we=P[W++];if(!(we&128)){Ge+=String.fromCharCode(we);continue}var xe=P[W++]&63;if((we&224)==192){Ge+=String.fromCharCode((we&31)<<6|xe);continue}var st=P[W++]&63;if((we&240)==224?we=(we&15)<<12|xe<<6|st:we=(we&7)<<18|xe<<12|st<<6|P[W++]&63,we<65536)Ge+=String.fromCharCode(we);else{var ir=we-65536;Ge+=String.fromCharCode(55296|ir>>10,56320|ir&1023)}}return Ge}function pe(P,W){return P>>>=0,P?Ee(Ze,P,W):""}function $e(P,W,ne,Te){if(ne>>>=0,!(Te>0))return 0;for(var We=ne,Ge=ne+Te-1,we=0;we<P.length;++we){var xe=P.charCodeAt(we);if(xe>=55296&&xe<=57343){var st=P.charCodeAt(++we);xe=65536+((xe&1023)<<10)|st&1023}if(xe<=127){if(ne>=Ge)break;W[ne++>>>0]=xe}else if(xe<=2047){if(ne+1>=Ge)break;W[ne++>>>0]=192|xe>>6,W[ne++>>>0]=128|xe&63}else if(xe<=65535){if(ne+2>=Ge)break;W[ne++>>>0]=224|xe>>12,W[ne++>>>0]=128|xe>>6&63,W[ne++>>>0]=128|xe&63}else{if(ne+3>=Ge)break;W[ne++>>>0]=240|xe>>18,W[ne++>>>0]=128|xe>>12&63,W[ne++>>>0]=128|xe>>6&63,W[ne++>>>0]=128|xe&63}}return W[ne>>>0]=0,ne-We}function Xe(P,W,ne){return $e(P,Ze,W,ne)}var it,Et,Ze,rt,Re,gr,ar,Jr,cu;function mu(P){it=P,t.HEAP8=Et=new Int8Array(P),t.HEAP16=rt=new Int16Array(P),t.HEAP32=gr=new Int32Array(P),t.HEAPU8=Ze=new Uint8Array(P),t.HEAPU16=Re=new Uint16Array(P),t.HEAPU32=ar=new Uint32Array(P),t.HEAPF32=Jr=new Float32Array(P),t.HEAPF64=cu=new Float64Array(P)}var Sd=t.INITIAL_MEMORY||16777216,$p,Ap=[],Rp=[],St=[],Dp=!1;function Fp(){return L}function Op(){if(t.preRun)for(typeof t.preRun=="function"&&(t.preRun=[t.preRun]);t.preRun.length;)Mp(t.preRun.shift());en(Ap)}function Id(){Dp=!0,en(Rp)}function Pp(){if(t.postRun)for(typeof t.postRun=="function"&&(t.postRun=[t.postRun]);t.postRun.length;)Bp(t.postRun.shift());en(St)}function Mp(P){Ap.unshift(P)}function Lp(P){Rp.unshift(P)}function Bp(P){St.unshift(P)}var It=0,ra=null,In=null;function Vp(P){It++,t.monitorRunDependencies&&t.monitorRunDependencies(It)}function Up(P){if(It--,t.monitorRunDependencies&&t.monitorRunDependencies(It),It==0&&(ra!==null&&(clearInterval(ra),ra=null),In)){var W=In;In=null,W()}}function Cn(P){t.onAbort&&t.onAbort(P),P="Aborted("+P+")",R(P),z=!0,J=1,P+=". Build with -sASSERTIONS for more info.";var W=new WebAssembly.RuntimeError(P);throw o(W),W}var Cd="data:application/octet-stream;base64,";function Io(P){return P.startsWith(Cd)}function na(P){return P.startsWith("file://")}var Ct;Ct="tfjs-backend-wasm.wasm",Io(Ct)||(Ct=d(Ct));function Wp(P){try{if(P==Ct&&M)return new Uint8Array(M);if(x)return x(P);throw"both async and sync fetching of the wasm failed"}catch(W){Cn(W)}}function Nd(){if(!M&&(l||c)){if(typeof fetch=="function"&&!na(Ct))return fetch(Ct,{credentials:"same-origin"}).then(function(P){if(!P.ok)throw"failed to load wasm binary file at '"+Ct+"'";return P.arrayBuffer()}).catch(function(){return Wp(Ct)});if(h)return new Promise(function(P,W){h(Ct,function(ne){P(new Uint8Array(ne))},W)})}return Promise.resolve().then(function(){return Wp(Ct)})}function _d(){var P={env:fu,wasi_snapshot_preview1:fu};function W(we,xe){var st=we.exports;t.asm=st,U=t.asm.memory,mu(U.buffer),$p=t.asm.__indirect_function_table,Lp(t.asm.__wasm_call_ctors),Up("wasm-instantiate")}Vp("wasm-instantiate");function ne(we){W(we.instance)}function Te(we){return Nd().then(function(xe){return WebAssembly.instantiate(xe,P)}).then(function(xe){return xe}).then(we,function(xe){R("failed to asynchronously prepare wasm: "+xe),Cn(xe)})}function We(){return!M&&typeof WebAssembly.instantiateStreaming=="function"&&!Io(Ct)&&!na(Ct)&&!m&&typeof fetch=="function"?fetch(Ct,{credentials:"same-origin"}).then(function(we){var xe=WebAssembly.instantiateStreaming(we,P);return xe.then(ne,function(st){return R("wasm streaming compile failed: "+st),R("falling back to ArrayBuffer instantiation"),Te(ne)})}):Te(ne)}if(t.instantiateWasm)try{var Ge=t.instantiateWasm(P,W);return Ge}catch(we){R("Module.instantiateWasm callback failed with error: "+we),o(we)}return We().catch(o),{}}var pw,Nn;function oa(P){this.name="ExitStatus",this.message="Program terminated with exit("+P+")",this.status=P}function en(P){for(;P.length>0;)P.shift()(t)}function Td(){Cn("")}function Gp(){return 4294901760}function Co(){return Gp()}function kd(P,W,ne){Ze.copyWithin(P>>>0,W>>>0,W+ne>>>0)}function zp(P){try{return U.grow(P-it.byteLength+65535>>>16),mu(U.buffer),1}catch{}}function sa(P){var W=Ze.length;P=P>>>0;var ne=Gp();if(P>ne)return!1;let Te=(st,ir)=>st+(ir-st%ir)%ir;for(var We=1;We<=4;We*=2){var Ge=W*(1+.2/We);Ge=Math.min(Ge,P+100663296);var we=Math.min(ne,Te(Math.max(P,Ge),65536)),xe=zp(we);if(xe)return!0}return!1}var Nt={varargs:void 0,get:function(){Nt.varargs+=4;var P=gr[Nt.varargs-4>>>2];return P},getStr:function(P){var W=pe(P);return W}};function Hp(P){return 52}function Ed(P,W,ne,Te,We){return 70}var $d=[null,[],[]];function lw(P,W){var ne=$d[P];W===0||W===10?((P===1?A:R)(Ee(ne,0)),ne.length=0):ne.push(W)}function cw(P,W,ne,Te){for(var We=0,Ge=0;Ge<ne;Ge++){var we=ar[W>>>2],xe=ar[W+4>>>2];W+=8;for(var st=0;st<xe;st++)lw(P,Ze[we+st>>>0]);We+=xe}return ar[Te>>>2]=We,0}function qp(P){var W=t["_"+P];return W}function No(P,W){Et.set(P,W>>>0)}function Ad(P,W,ne,Te,We){var Ge={string:$t=>{var Tn=0;if($t!=null&&$t!==0){var pl=($t.length<<2)+1;Tn=yu(pl),Xe($t,Tn,pl)}return Tn},array:$t=>{var Tn=yu($t.length);return No($t,Tn),Tn}};function we($t){return W==="string"?pe($t):W==="boolean"?!!$t:$t}var xe=qp(P),st=[],ir=0;if(Te)for(var tn=0;tn<Te.length;tn++){var ul=Ge[ne[tn]];ul?(ir===0&&(ir=sl()),st[tn]=ul(Te[tn])):st[tn]=Te[tn]}var bu=xe.apply(null,st);function ex($t){return ir!==0&&al(ir),we($t)}return bu=ex(bu),bu}function Rd(P,W,ne,Te){ne=ne||[];var We=ne.every(we=>we==="number"||we==="boolean"),Ge=W!=="string";return Ge&&We&&!Te?qp(P):function(){return Ad(P,W,ne,arguments,Te)}}var fu={abort:Td,emscripten_get_heap_max:Co,emscripten_memcpy_big:kd,emscripten_resize_heap:sa,fd_close:Hp,fd_seek:Ed,fd_write:cw},Dd=_d(),Kp=t.___wasm_call_ctors=function(){return(Kp=t.___wasm_call_ctors=t.asm.__wasm_call_ctors).apply(null,arguments)},jp=t._init=function(){return(jp=t._init=t.asm.init).apply(null,arguments)},Fd=t._init_with_threads_count=function(){return(Fd=t._init_with_threads_count=t.asm.init_with_threads_count).apply(null,arguments)},Xp=t._get_threads_count=function(){return(Xp=t._get_threads_count=t.asm.get_threads_count).apply(null,arguments)},Od=t._register_tensor=function(){return(Od=t._register_tensor=t.asm.register_tensor).apply(null,arguments)},le=t._dispose_data=function(){return(le=t._dispose_data=t.asm.dispose_data).apply(null,arguments)},du=t._dispose=function(){return(du=t._dispose=t.asm.dispose).apply(null,arguments)},Pd=t._Abs=function(){return(Pd=t._Abs=t.asm.Abs).apply(null,arguments)},Yp=t._Acos=function(){return(Yp=t._Acos=t.asm.Acos).apply(null,arguments)},aa=t._Acosh=function(){return(aa=t._Acosh=t.asm.Acosh).apply(null,arguments)},Md=t._Add=function(){return(Md=t._Add=t.asm.Add).apply(null,arguments)},Ld=t._AddN=function(){return(Ld=t._AddN=t.asm.AddN).apply(null,arguments)},Bd=t._All=function(){return(Bd=t._All=t.asm.All).apply(null,arguments)},Vd=t._Any=function(){return(Vd=t._Any=t.asm.Any).apply(null,arguments)},Ud=t._ArgMax=function(){return(Ud=t._ArgMax=t.asm.ArgMax).apply(null,arguments)},Qp=t._ArgMin=function(){return(Qp=t._ArgMin=t.asm.ArgMin).apply(null,arguments)},Zp=t._Asin=function(){return(Zp=t._Asin=t.asm.Asin).apply(null,arguments)},Wd=t._Asinh=function(){return(Wd=t._Asinh=t.asm.Asinh).apply(null,arguments)},Gd=t._Atan=function(){return(Gd=t._Atan=t.asm.Atan).apply(null,arguments)},zd=t._Atan2=function(){return(zd=t._Atan2=t.asm.Atan2).apply(null,arguments)},hu=t._Atanh=function(){return(hu=t._Atanh=t.asm.Atanh).apply(null,arguments)},Hd=t._AvgPool=function(){return(Hd=t._AvgPool=t.asm.AvgPool).apply(null,arguments)},qd=t._AvgPool3D=function(){return(qd=t._AvgPool3D=t.asm.AvgPool3D).apply(null,arguments)},Kd=t._AvgPool3DGrad=function(){return(Kd=t._AvgPool3DGrad=t.asm.AvgPool3DGrad).apply(null,arguments)},_o=t._AvgPoolGrad=function(){return(_o=t._AvgPoolGrad=t.asm.AvgPoolGrad).apply(null,arguments)},jd=t._BatchMatMul=function(){return(jd=t._BatchMatMul=t.asm.BatchMatMul).apply(null,arguments)},Xd=t._Bincount=function(){return(Xd=t._Bincount=t.asm.Bincount).apply(null,arguments)},Jp=t._BitwiseAnd=function(){return(Jp=t._BitwiseAnd=t.asm.BitwiseAnd).apply(null,arguments)},Yd=t._Ceil=function(){return(Yd=t._Ceil=t.asm.Ceil).apply(null,arguments)},gu=t._ClipByValue=function(){return(gu=t._ClipByValue=t.asm.ClipByValue).apply(null,arguments)},Qd=t._Conv2D=function(){return(Qd=t._Conv2D=t.asm.Conv2D).apply(null,arguments)},Zd=t._Conv2DBackpropInput=function(){return(Zd=t._Conv2DBackpropInput=t.asm.Conv2DBackpropInput).apply(null,arguments)},Jd=t._Conv3D=function(){return(Jd=t._Conv3D=t.asm.Conv3D).apply(null,arguments)},_n=t._Conv3DBackpropFilterV2=function(){return(_n=t._Conv3DBackpropFilterV2=t.asm.Conv3DBackpropFilterV2).apply(null,arguments)},xu=t._Conv3DBackpropInputV2=function(){return(xu=t._Conv3DBackpropInputV2=t.asm.Conv3DBackpropInputV2).apply(null,arguments)},eh=t._Cos=function(){return(eh=t._Cos=t.asm.Cos).apply(null,arguments)},th=t._Cosh=function(){return(th=t._Cosh=t.asm.Cosh).apply(null,arguments)},rh=t._CropAndResize=function(){return(rh=t._CropAndResize=t.asm.CropAndResize).apply(null,arguments)},nh=t._Cumprod=function(){return(nh=t._Cumprod=t.asm.Cumprod).apply(null,arguments)},el=t._Cumsum=function(){return(el=t._Cumsum=t.asm.Cumsum).apply(null,arguments)},tl=t._DenseBincount=function(){return(tl=t._DenseBincount=t.asm.DenseBincount).apply(null,arguments)},oh=t._DepthToSpace=function(){return(oh=t._DepthToSpace=t.asm.DepthToSpace).apply(null,arguments)},sh=t._DepthwiseConv2dNative=function(){return(sh=t._DepthwiseConv2dNative=t.asm.DepthwiseConv2dNative).apply(null,arguments)},rl=t._Diag=function(){return(rl=t._Diag=t.asm.Diag).apply(null,arguments)},nl=t._Dilation2D=function(){return(nl=t._Dilation2D=t.asm.Dilation2D).apply(null,arguments)},ah=t._Dilation2DBackpropFilter=function(){return(ah=t._Dilation2DBackpropFilter=t.asm.Dilation2DBackpropFilter).apply(null,arguments)},ih=t._Dilation2DBackpropInput=function(){return(ih=t._Dilation2DBackpropInput=t.asm.Dilation2DBackpropInput).apply(null,arguments)},uh=t._Elu=function(){return(uh=t._Elu=t.asm.Elu).apply(null,arguments)},ph=t._EluGrad=function(){return(ph=t._EluGrad=t.asm.EluGrad).apply(null,arguments)},ol=t._Equal=function(){return(ol=t._Equal=t.asm.Equal).apply(null,arguments)},mw=t._Erf=function(){return(mw=t._Erf=t.asm.Erf).apply(null,arguments)},lh=t._Exp=function(){return(lh=t._Exp=t.asm.Exp).apply(null,arguments)},ch=t._Expm1=function(){return(ch=t._Expm1=t.asm.Expm1).apply(null,arguments)},mh=t._FlipLeftRight=function(){return(mh=t._FlipLeftRight=t.asm.FlipLeftRight).apply(null,arguments)},fh=t._Floor=function(){return(fh=t._Floor=t.asm.Floor).apply(null,arguments)},dh=t._FloorDiv=function(){return(dh=t._FloorDiv=t.asm.FloorDiv).apply(null,arguments)},hh=t._FusedBatchNorm=function(){return(hh=t._FusedBatchNorm=t.asm.FusedBatchNorm).apply(null,arguments)},gh=t._FusedConv2D=function(){return(gh=t._FusedConv2D=t.asm.FusedConv2D).apply(null,arguments)},xh=t._FusedDepthwiseConv2D=function(){return(xh=t._FusedDepthwiseConv2D=t.asm.FusedDepthwiseConv2D).apply(null,arguments)},yh=t._Gather=function(){return(yh=t._Gather=t.asm.Gather).apply(null,arguments)},bh=t._GatherNd=function(){return(bh=t._GatherNd=t.asm.GatherNd).apply(null,arguments)},wh=t._Greater=function(){return(wh=t._Greater=t.asm.Greater).apply(null,arguments)},vh=t._GreaterEqual=function(){return(vh=t._GreaterEqual=t.asm.GreaterEqual).apply(null,arguments)},Sh=t._IsFinite=function(){return(Sh=t._IsFinite=t.asm.IsFinite).apply(null,arguments)},Ih=t._IsInf=function(){return(Ih=t._IsInf=t.asm.IsInf).apply(null,arguments)},Ch=t._IsNan=function(){return(Ch=t._IsNan=t.asm.IsNan).apply(null,arguments)},Nh=t._LRN=function(){return(Nh=t._LRN=t.asm.LRN).apply(null,arguments)},_h=t._LRNGrad=function(){return(_h=t._LRNGrad=t.asm.LRNGrad).apply(null,arguments)},Th=t._LeakyRelu=function(){return(Th=t._LeakyRelu=t.asm.LeakyRelu).apply(null,arguments)},kh=t._Less=function(){return(kh=t._Less=t.asm.Less).apply(null,arguments)},Eh=t._LessEqual=function(){return(Eh=t._LessEqual=t.asm.LessEqual).apply(null,arguments)},$h=t._LinSpace=function(){return($h=t._LinSpace=t.asm.LinSpace).apply(null,arguments)},Ah=t._Log=function(){return(Ah=t._Log=t.asm.Log).apply(null,arguments)},Rh=t._Log1p=function(){return(Rh=t._Log1p=t.asm.Log1p).apply(null,arguments)},Dh=t._LogicalAnd=function(){return(Dh=t._LogicalAnd=t.asm.LogicalAnd).apply(null,arguments)},Fh=t._LogicalNot=function(){return(Fh=t._LogicalNot=t.asm.LogicalNot).apply(null,arguments)},Oh=t._LogicalOr=function(){return(Oh=t._LogicalOr=t.asm.LogicalOr).apply(null,arguments)},Ph=t._LogicalXor=function(){return(Ph=t._LogicalXor=t.asm.LogicalXor).apply(null,arguments)},Mh=t._Max=function(){return(Mh=t._Max=t.asm.Max).apply(null,arguments)},Lh=t._MaxPool=function(){return(Lh=t._MaxPool=t.asm.MaxPool).apply(null,arguments)},Bh=t._MaxPool3D=function(){return(Bh=t._MaxPool3D=t.asm.MaxPool3D).apply(null,arguments)},Vh=t._MaxPool3DGrad=function(){return(Vh=t._MaxPool3DGrad=t.asm.MaxPool3DGrad).apply(null,arguments)},Uh=t._MaxPoolGrad=function(){return(Uh=t._MaxPoolGrad=t.asm.MaxPoolGrad).apply(null,arguments)},Wh=t._MaxPoolWithArgmax=function(){return(Wh=t._MaxPoolWithArgmax=t.asm.MaxPoolWithArgmax).apply(null,arguments)},Gh=t._Maximum=function(){return(Gh=t._Maximum=t.asm.Maximum).apply(null,arguments)},zh=t._Mean=function(){return(zh=t._Mean=t.asm.Mean).apply(null,arguments)},Hh=t._Min=function(){return(Hh=t._Min=t.asm.Min).apply(null,arguments)},qh=t._Minimum=function(){return(qh=t._Minimum=t.asm.Minimum).apply(null,arguments)},Kh=t._MirrorPad=function(){return(Kh=t._MirrorPad=t.asm.MirrorPad).apply(null,arguments)},jh=t._Mod=function(){return(jh=t._Mod=t.asm.Mod).apply(null,arguments)},Xh=t._Multinomial=function(){return(Xh=t._Multinomial=t.asm.Multinomial).apply(null,arguments)},Yh=t._Multiply=function(){return(Yh=t._Multiply=t.asm.Multiply).apply(null,arguments)},Qh=t._Neg=function(){return(Qh=t._Neg=t.asm.Neg).apply(null,arguments)},Zh=t._NonMaxSuppressionV3=function(){return(Zh=t._NonMaxSuppressionV3=t.asm.NonMaxSuppressionV3).apply(null,arguments)},Jh=t._NonMaxSuppressionV4=function(){return(Jh=t._NonMaxSuppressionV4=t.asm.NonMaxSuppressionV4).apply(null,arguments)},eg=t._NonMaxSuppressionV5=function(){return(eg=t._NonMaxSuppressionV5=t.asm.NonMaxSuppressionV5).apply(null,arguments)},tg=t._NotEqual=function(){return(tg=t._NotEqual=t.asm.NotEqual).apply(null,arguments)},rg=t._OneHot=function(){return(rg=t._OneHot=t.asm.OneHot).apply(null,arguments)},ng=t._PadV2=function(){return(ng=t._PadV2=t.asm.PadV2).apply(null,arguments)},og=t._Pow=function(){return(og=t._Pow=t.asm.Pow).apply(null,arguments)},sg=t._Prelu=function(){return(sg=t._Prelu=t.asm.Prelu).apply(null,arguments)},ag=t._Prod=function(){return(ag=t._Prod=t.asm.Prod).apply(null,arguments)},ig=t._RealDiv=function(){return(ig=t._RealDiv=t.asm.RealDiv).apply(null,arguments)},ug=t._Reciprocal=function(){return(ug=t._Reciprocal=t.asm.Reciprocal).apply(null,arguments)},pg=t._Relu=function(){return(pg=t._Relu=t.asm.Relu).apply(null,arguments)},lg=t._Relu6=function(){return(lg=t._Relu6=t.asm.Relu6).apply(null,arguments)},cg=t._ResizeBilinear=function(){return(cg=t._ResizeBilinear=t.asm.ResizeBilinear).apply(null,arguments)},mg=t._ResizeBilinearGrad=function(){return(mg=t._ResizeBilinearGrad=t.asm.ResizeBilinearGrad).apply(null,arguments)},fg=t._ResizeNearestNeighbor=function(){return(fg=t._ResizeNearestNeighbor=t.asm.ResizeNearestNeighbor).apply(null,arguments)},dg=t._ResizeNearestNeighborGrad=function(){return(dg=t._ResizeNearestNeighborGrad=t.asm.ResizeNearestNeighborGrad).apply(null,arguments)},hg=t._Reverse=function(){return(hg=t._Reverse=t.asm.Reverse).apply(null,arguments)},gg=t._RotateWithOffset=function(){return(gg=t._RotateWithOffset=t.asm.RotateWithOffset).apply(null,arguments)},xg=t._Round=function(){return(xg=t._Round=t.asm.Round).apply(null,arguments)},yg=t._Rsqrt=function(){return(yg=t._Rsqrt=t.asm.Rsqrt).apply(null,arguments)},bg=t._ScatterNd=function(){return(bg=t._ScatterNd=t.asm.ScatterNd).apply(null,arguments)},wg=t._SearchSorted=function(){return(wg=t._SearchSorted=t.asm.SearchSorted).apply(null,arguments)},vg=t._SelectV2=function(){return(vg=t._SelectV2=t.asm.SelectV2).apply(null,arguments)},Sg=t._Selu=function(){return(Sg=t._Selu=t.asm.Selu).apply(null,arguments)},Ig=t._Sigmoid=function(){return(Ig=t._Sigmoid=t.asm.Sigmoid).apply(null,arguments)},Cg=t._Sign=function(){return(Cg=t._Sign=t.asm.Sign).apply(null,arguments)},Ng=t._Sin=function(){return(Ng=t._Sin=t.asm.Sin).apply(null,arguments)},_g=t._Sinh=function(){return(_g=t._Sinh=t.asm.Sinh).apply(null,arguments)},Tg=t._Softmax=function(){return(Tg=t._Softmax=t.asm.Softmax).apply(null,arguments)},kg=t._Softplus=function(){return(kg=t._Softplus=t.asm.Softplus).apply(null,arguments)},Eg=t._SparseFillEmptyRows=function(){return(Eg=t._SparseFillEmptyRows=t.asm.SparseFillEmptyRows).apply(null,arguments)},$g=t._SparseReshape=function(){return($g=t._SparseReshape=t.asm.SparseReshape).apply(null,arguments)},Ag=t._SparseSegmentReduction=function(){return(Ag=t._SparseSegmentReduction=t.asm.SparseSegmentReduction).apply(null,arguments)},Rg=t._SparseToDense=function(){return(Rg=t._SparseToDense=t.asm.SparseToDense).apply(null,arguments)},Dg=t._Sqrt=function(){return(Dg=t._Sqrt=t.asm.Sqrt).apply(null,arguments)},Fg=t._Square=function(){return(Fg=t._Square=t.asm.Square).apply(null,arguments)},Og=t._SquaredDifference=function(){return(Og=t._SquaredDifference=t.asm.SquaredDifference).apply(null,arguments)},Pg=t._Step=function(){return(Pg=t._Step=t.asm.Step).apply(null,arguments)},Mg=t._StridedSlice=function(){return(Mg=t._StridedSlice=t.asm.StridedSlice).apply(null,arguments)},Lg=t._Sub=function(){return(Lg=t._Sub=t.asm.Sub).apply(null,arguments)},Bg=t._Sum=function(){return(Bg=t._Sum=t.asm.Sum).apply(null,arguments)},Vg=t._Tan=function(){return(Vg=t._Tan=t.asm.Tan).apply(null,arguments)},Ug=t._Tanh=function(){return(Ug=t._Tanh=t.asm.Tanh).apply(null,arguments)},Wg=t._TensorScatterUpdate=function(){return(Wg=t._TensorScatterUpdate=t.asm.TensorScatterUpdate).apply(null,arguments)},Gg=t._Tile=function(){return(Gg=t._Tile=t.asm.Tile).apply(null,arguments)},zg=t._TopK=function(){return(zg=t._TopK=t.asm.TopK).apply(null,arguments)},Hg=t._Transform=function(){return(Hg=t._Transform=t.asm.Transform).apply(null,arguments)},qg=t._Transpose=function(){return(qg=t._Transpose=t.asm.Transpose).apply(null,arguments)},Kg=t.__FusedMatMul=function(){return(Kg=t.__FusedMatMul=t.asm._FusedMatMul).apply(null,arguments)},jg=t._malloc=function(){return(jg=t._malloc=t.asm.malloc).apply(null,arguments)},Xg=t._free=function(){return(Xg=t._free=t.asm.free).apply(null,arguments)},Yg=t.___errno_location=function(){return(Yg=t.___errno_location=t.asm.__errno_location).apply(null,arguments)},sl=t.stackSave=function(){return(sl=t.stackSave=t.asm.stackSave).apply(null,arguments)},al=t.stackRestore=function(){return(al=t.stackRestore=t.asm.stackRestore).apply(null,arguments)},yu=t.stackAlloc=function(){return(yu=t.stackAlloc=t.asm.stackAlloc).apply(null,arguments)},Qg=t.dynCall_iijjiiii=function(){return(Qg=t.dynCall_iijjiiii=t.asm.dynCall_iijjiiii).apply(null,arguments)},Zg=t.dynCall_jiji=function(){return(Zg=t.dynCall_jiji=t.asm.dynCall_jiji).apply(null,arguments)};t.cwrap=Rd;var ia;In=function P(){ia||il(),ia||(In=P)};function il(P){if(P=P||u,It>0||(Op(),It>0))return;function W(){ia||(ia=!0,t.calledRun=!0,!z&&(Id(),n(t),t.onRuntimeInitialized&&t.onRuntimeInitialized(),Pp()))}t.setStatus?(t.setStatus("Running..."),setTimeout(function(){setTimeout(function(){t.setStatus("")},1),W()},1)):W()}if(t.preInit)for(typeof t.preInit=="function"&&(t.preInit=[t.preInit]);t.preInit.length>0;)t.preInit.pop()();il();var ua;s&&(ua={uncaughtException:process.listeners("uncaughtException").filter(function(P){return!s.uncaughtException.indexOf(P)>-1}),unhandledRejection:process.listeners("unhandledRejection").filter(function(P){return!s.unhandledRejection.indexOf(P)>-1})});var pa;if(typeof e<"u")pa=e;else if(typeof WasmBackendModuleThreadedSimd<"u")pa=WasmBackendModuleThreadedSimd;else throw new Error("Could not find wasm module in post.js");if(ua){var Jg=pa._dispose;pa._dispose=function(){Jg(),ua.uncaughtException.forEach(function(P){process.removeListener("uncaughtException",P)}),ua.unhandledRejection.forEach(function(P){process.removeListener("unhandledRejection",P)})}}return e.ready})})();typeof Dm=="object"&&typeof Ib=="object"?Ib.exports=Sb:typeof define=="function"&&define.amd?define([],function(){return Sb}):typeof Dm=="object"&&(Dm.WasmBackendModule=Sb)});var To=class{constructor(e,t){this.backend=e,this.dataMover=t,this.data=new WeakMap,this.dataIdsCount=0}get(e){return this.data.has(e)||this.dataMover.moveData(this.backend,e),this.data.get(e)}set(e,t){this.dataIdsCount++,this.data.set(e,t)}has(e){return this.data.has(e)}delete(e){return this.dataIdsCount--,this.data.delete(e)}numDataIds(){return this.dataIdsCount}},nn=class{refCount(e){return Yt("refCount")}incRef(e){return Yt("incRef")}timerAvailable(){return!0}time(e){return Yt("time")}read(e){return Yt("read")}readSync(e){return Yt("readSync")}readToGPU(e,t){return Yt("readToGPU")}numDataIds(){return Yt("numDataIds")}disposeData(e,t){return Yt("disposeData")}write(e,t,n){return Yt("write")}move(e,t,n,o,s){return Yt("move")}createTensorFromGPUData(e,t,n){return Yt("createTensorFromGPUData")}memory(){return Yt("memory")}floatPrecision(){return Yt("floatPrecision")}epsilon(){return this.floatPrecision()===32?1e-7:1e-4}dispose(){return Yt("dispose")}};function Yt(r){throw new Error(`'${r}' not yet implemented or not found in the registry. This kernel may not be supported by the tfjs backend you have chosen`)}function vw(r){let e=r.length,t=0;for(;e>0;)t=Math.random()*e|0,e--,gl(r,e,t)}function hF(r,e){if(r.length!==e.length)throw new Error(`Array sizes must match to be shuffled together First array length was ${r.length}Second array length was ${e.length}`);let t=r.length,n=0;for(;t>0;)n=Math.random()*t|0,t--,gl(r,t,n),gl(e,t,n)}function ca(r,e,t){return Math.max(r,Math.min(e,t))}function gF(r){return r%2===0?r:r+1}function gl(r,e,t){let n=r[e];r[e]=r[t],r[t]=n}function xF(r){let e=0;for(let t=0;t<r.length;t++)e+=r[t];return e}function yF(r,e){let t=Math.random();return e*t+(1-t)*r}function bF(r,e){let t=0;for(let n=0;n<r.length;n++){let o=Number(r[n])-Number(e[n]);t+=o*o}return t}function _(r,e){if(!r)throw new Error(typeof e=="string"?e:e())}function ze(r,e,t=""){_(Qt(r,e),()=>t+` Shapes ${r} and ${e} must match`)}function pr(r){_(r!=null,()=>"The input to the tensor constructor must be a non-null value.")}function de(r){if(r.length===0)return 1;let e=r[0];for(let t=1;t<r.length;t++)e*=r[t];return e}function wF(r){return r.length===0}function sx(r,e){if(r===e)return!0;if(r==null||e==null||r.length!==e.length)return!1;for(let t=0;t<r.length;t++)if(r[t]!==null&&e[t]!==null&&r[t]!==e[t])return!1;return!0}function Qt(r,e){if(r===e)return!0;if(r==null||e==null||r.length!==e.length)return!1;for(let t=0;t<r.length;t++)if(r[t]!==e[t])return!1;return!0}function on(r){return r%1===0}function vF(r){if(Math.tanh!=null)return Math.tanh(r);if(r===1/0)return 1;if(r===-1/0)return-1;{let e=Math.exp(2*r);return(e-1)/(e+1)}}function SF(r){let e=Math.ceil(Math.sqrt(r));return[e,Math.ceil(r/e)]}function IF(r){let e=new Uint32Array(r);for(let t=0;t<r;++t)e[t]=t;return vw(e),e}function Eo(r,e){return e<=r.length?r:r+" ".repeat(e-r.length)}function CF(r,e=o=>0,t,n){return new Promise((o,s)=>{let a=0,u=()=>{if(r()){o();return}a++;let p=e(a);if(t!=null&&a>=t){s();return}n!=null?n(u,p):setTimeout(u,p)};u()})}function NF(r,e){let t=1,n=-1;for(let s=0;s<r.length;++s)if(r[s]>=0)t*=r[s];else if(r[s]===-1){if(n!==-1)throw Error(`Shapes can only have 1 implicit size. Found -1 at dim ${n} and dim ${s}`);n=s}else if(r[s]<0)throw Error(`Shapes can not be < 0. Found ${r[s]} at dim ${s}`);if(n===-1){if(e>0&&e!==t)throw Error(`Size(${e}) must match the product of shape ${r}`);return r}if(t===0)throw Error(`Cannot infer the missing size in [${r}] when there are 0 elements`);if(e%t!==0)throw Error(`The implicit shape can't be a fractional number. Got ${e} / ${t}`);let o=r.slice();return o[n]=e/t,o}function kn(r,e){let t=e.length;return r=r==null?e.map((n,o)=>o):[].concat(r),_(r.every(n=>n>=-t&&n<t),()=>`All values in axis param must be in range [-${t}, ${t}) but got axis ${r}`),_(r.every(n=>on(n)),()=>`All values in axis param must be integers but got axis ${r}`),r.map(n=>n<0?t+n:n)}function ax(r,e){let t=[],n=[],o=e!=null&&Array.isArray(e)&&e.length===0,s=e==null||o?null:kn(e,r).sort(),a=0;for(let u=0;u<r.length;++u){if(s!=null){if(s[a]===u&&r[u]!==1)throw new Error(`Can't squeeze axis ${u} since its dim '${r[u]}' is not 1`);(s[a]==null||s[a]>u)&&r[u]===1&&(t.push(r[u]),n.push(u)),s[a]<=u&&a++}r[u]!==1&&(t.push(r[u]),n.push(u))}return{newShape:t,keptDims:n}}function ix(r,e){return xl(r,e)}function xl(r,e){let t=null;if(r==null||r==="float32")t=new Float32Array(e);else if(r==="int32")t=new Int32Array(e);else if(r==="bool")t=new Uint8Array(e);else if(r==="string")t=new Array(e);else throw new Error(`Unknown data type ${r}`);return t}function ux(r,e){for(let t=0;t<r.length;t++){let n=r[t];if(isNaN(n)||!isFinite(n))throw Error(`A tensor of type ${e} being uploaded contains ${n}.`)}}function px(r){return r==="bool"||r==="complex64"||r==="float32"||r==="int32"||r==="string"}function _F(r,e){return!(e==="complex64"||e==="float32"&&r!=="complex64"||e==="int32"&&r!=="float32"&&r!=="complex64"||e==="bool"&&r==="bool")}function ma(r){if(r==="float32"||r==="int32")return 4;if(r==="complex64")return 8;if(r==="bool")return 1;throw new Error(`Unknown dtype ${r}`)}function lx(r){if(r==null)return 0;let e=0;return r.forEach(t=>e+=t.length),e}function fa(r){return typeof r=="string"||r instanceof String}function Sw(r){return typeof r=="boolean"}function Iw(r){return typeof r=="number"}function En(r){return Array.isArray(r)?En(r[0]):r instanceof Float32Array?"float32":r instanceof Int32Array||r instanceof Uint8Array||r instanceof Uint8ClampedArray?"int32":Iw(r)?"float32":fa(r)?"string":Sw(r)?"bool":"float32"}function da(r){return!!(r&&r.constructor&&r.call&&r.apply)}function ha(r,e){for(let t=e;t<r;++t)if(r%t===0)return t;return r}function Mr(r){let e=r.length;if(e<2)return[];let t=new Array(e-1);t[e-2]=r[e-1];for(let n=e-3;n>=0;--n)t[n]=t[n+1]*r[n+1];return t}function Cw(r,e,t,n=!1){let o=new Array;if(e.length===1){let s=e[0]*(n?2:1);for(let a=0;a<s;a++)o[a]=t[r+a]}else{let s=e[0],a=e.slice(1),u=a.reduce((p,i)=>p*i)*(n?2:1);for(let p=0;p<s;p++)o[p]=Cw(r+p*u,a,t,n)}return o}function ko(r,e,t=!1){if(r.length===0)return e[0];let n=r.reduce((o,s)=>o*s)*(t?2:1);if(n===0)return[];if(n!==e.length)throw new Error(`[${r}] does not match the input size ${e.length}${t?" for a complex tensor":""}.`);return Cw(0,r,e,t)}function TF(r,e){if(Array.isArray(r))return r;if(e==="float32")return r instanceof Float32Array?r:new Float32Array(r);if(e==="int32")return r instanceof Int32Array?r:new Int32Array(r);if(e==="bool"||e==="string")return Uint8Array.from(new Int32Array(r));throw new Error(`Unknown dtype ${e}`)}function vu(r,e){let t=ga(r,e);for(let n=0;n<t.length;n++)t[n]=1;return t}function ga(r,e){if(e==null||e==="float32"||e==="complex64")return new Float32Array(r);if(e==="int32")return new Int32Array(r);if(e==="bool")return new Uint8Array(r);throw new Error(`Unknown data type ${e}`)}function kF(r,e){let t=r.reduce((n,o)=>n*o,1);if(e==null||e==="float32")return ko(r,new Float32Array(t));if(e==="int32")return ko(r,new Int32Array(t));if(e==="bool")return ko(r,new Uint8Array(t));throw new Error(`Unknown data type ${e}`)}function Me(r){r.forEach(e=>{_(Number.isInteger(e)&&e>=0,()=>`Tensor must have a shape comprised of positive integers but got shape [${r}].`)})}function EF(r,e,t){if(e===0)return 0;if(e===1)return r[0];let n=r[r.length-1];for(let o=0;o<r.length-1;++o)n+=t[o]*r[o];return n}function $F(r,e,t){if(e===0)return[];if(e===1)return[r];let n=new Array(e);for(let o=0;o<n.length-1;++o)n[o]=Math.floor(r/t[o]),r-=n[o]*t[o];return n[n.length-1]=r,n}function $o(r){return r&&r.then&&typeof r.then=="function"}var Nw="tfjsflags",Su=class{constructor(e){this.global=e,this.flags={},this.flagRegistry={},this.urlFlags={},this.getQueryParams=RF,this.populateURLFlags()}setPlatform(e,t){this.platform!=null&&($().getBool("IS_TEST")||$().getBool("PROD")||console.warn(`Platform ${this.platformName} has already been set. Overwriting the platform with ${e}.`)),this.platformName=e,this.platform=t}registerFlag(e,t,n){if(this.flagRegistry[e]={evaluationFn:t,setHook:n},this.urlFlags[e]!=null){let o=this.urlFlags[e];$().getBool("IS_TEST")||$().getBool("PROD")||console.warn(`Setting feature override from URL ${e}: ${o}.`),this.set(e,o)}}async getAsync(e){return e in this.flags?this.flags[e]:(this.flags[e]=await this.evaluateFlag(e),this.flags[e])}get(e){if(e in this.flags)return this.flags[e];let t=this.evaluateFlag(e);if($o(t))throw new Error(`Flag ${e} cannot be synchronously evaluated. Please use getAsync() instead.`);return this.flags[e]=t,this.flags[e]}getNumber(e){return this.get(e)}getBool(e){return this.get(e)}getString(e){return this.get(e)}getFlags(){return this.flags}get features(){return this.flags}set(e,t){if(this.flagRegistry[e]==null)throw new Error(`Cannot set flag ${e} as it has not been registered.`);this.flags[e]=t,this.flagRegistry[e].setHook!=null&&this.flagRegistry[e].setHook(t)}evaluateFlag(e){if(this.flagRegistry[e]==null)throw new Error(`Cannot evaluate flag '${e}': no evaluation function found.`);return this.flagRegistry[e].evaluationFn()}setFlags(e){this.flags=Object.assign({},e)}reset(){this.flags={},this.urlFlags={},this.populateURLFlags()}populateURLFlags(){if(typeof this.global>"u"||typeof this.global.location>"u"||typeof this.global.location.search>"u")return;let e=this.getQueryParams(this.global.location.search);Nw in e&&e[Nw].split(",").forEach(n=>{let[o,s]=n.split(":");this.urlFlags[o]=FF(o,s)})}};function RF(r){let e={};return r.replace(/[?&]([^=?&]+)(?:=([^&]*))?/g,(t,...n)=>(DF(e,n[0],n[1]),n.join("="))),e}function DF(r,e,t){r[decodeURIComponent(e)]=decodeURIComponent(t||"")}function FF(r,e){let t=e.toLowerCase();return t==="true"||t==="false"?t==="true":`${+t}`===t?+t:e}function $(){return cx}var cx=null;function _w(r){cx=r}var mx;function fx(){if(mx==null){let r;if(typeof window<"u")r=window;else if(typeof global<"u")r=global;else if(typeof process<"u")r=process;else if(typeof self<"u")r=self;else throw new Error("Could not find a global object");mx=r}return mx}function OF(){let r=fx();return r._tfGlobals==null&&(r._tfGlobals=new Map),r._tfGlobals}function Iu(r,e){let t=OF();if(t.has(r))return t.get(r);{let n=e();return t.set(r,n),t.get(r)}}var xa="Acos",ya="Acosh";var Ao="AddN";var ba="ArgMax",wa="ArgMin",va="Asin",Sa="Asinh",Ia="Atan",Ca="Atanh",Na="Atan2",Ro="AvgPool",yl="AvgPoolGrad",_a="AvgPool3D",bl="AvgPool3DGrad",Do="BatchMatMul",Ta="BatchToSpaceND",Fo="Bincount",$n="BitwiseAnd";var ka="BroadcastArgs",sn="Cast",An="Ceil",Oo="ClipByValue",Cu="Complex",wl="ComplexAbs",Ea="Concat",Po="Conv2D",vl="Conv2DBackpropFilter",Mo="Conv2DBackpropInput",Lo="Conv3D",Nu="Conv3DBackpropFilterV2",Bo="Conv3DBackpropInputV2";var $a="Cosh",Vo="Cumprod",Uo="Cumsum",Wo="CropAndResize",Aa="DenseBincount",Go="DepthToSpace",zo="DepthwiseConv2dNative",Sl="DepthwiseConv2dNativeBackpropFilter",Il="DepthwiseConv2dNativeBackpropInput",Ra="Diag",Ho="Dilation2D",dx="Dilation2DBackpropInput",hx="Dilation2DBackpropFilter";var Da="RealDiv",Cl="Einsum";var _u="EluGrad";var Rn="Equal";var Fa="ExpandDims",Dn="Expm1";var Oa="Fill",qo="FlipLeftRight",Fn="Floor",On="FloorDiv",Ko="FusedBatchNorm",Pa="GatherV2",jo="GatherNd",Pn="Greater",Mn="GreaterEqual",an="Identity",Nl="IFFT",_l="Imag",Ma="IsFinite",La="IsInf",Ba="IsNan",Xo="LeakyRelu",Ln="Less",Bn="LessEqual",Yo="LinSpace";var Va="Log1p",Ua="LogicalAnd",Wa="LogicalNot",Ga="LogicalOr",Tw="LogicalXor";var Tu="LRNGrad";var Vn="Maximum",Qo="MaxPool",Tl="MaxPoolGrad",za="MaxPool3D",kl="MaxPool3DGrad",Ha="MaxPoolWithArgmax",Zo="Mean";var Un="Minimum",Jo="MirrorPad";var es="Multinomial",Wn="Multiply";var Gn="NotEqual",ts="NonMaxSuppressionV3",rs="NonMaxSuppressionV4",ns="NonMaxSuppressionV5",qa="OnesLike",os="OneHot",Ka="Pack",ss="PadV2";var as="Prelu",zn="Prod",El="RaggedGather",$l="RaggedRange",Al="RaggedTensorToTensor",ja="Range",ku="Real",Xa="Reciprocal",Ya="Relu",Qa="Reshape",is="ResizeNearestNeighbor",Eu="ResizeNearestNeighborGrad",us="ResizeBilinear",$u="ResizeBilinearGrad",Za="Relu6",ps="Reverse",Ja="Round",Hn="Rsqrt",ls="ScatterNd",cs="TensorScatterUpdate",ms="SearchSorted",ei="Select",ti="Selu",fs="Slice";var ri="Sinh",ni="Sign",qn="Sigmoid",oi="Softplus",Kn="Sqrt";var si="SpaceToBatchND",ai="SplitV",ds="Softmax",ii="SparseFillEmptyRows",hs="SparseReshape",ui="SparseSegmentMean",pi="SparseSegmentSum",gs="SparseToDense",jn="SquaredDifference",Rl="Square",li="StaticRegexReplace",xs="StridedSlice",ci="StringNGrams",mi="StringSplit",fi="StringToHashBucketFast";var di="Tanh",un="Tile",ys="TopK",bs="Transform",pn="Transpose",hi="Unique",gi="Unpack",Dl="UnsortedSegmentSum";var xi="ZerosLike",ws="Step",kw="FromPixels",vs="RotateWithOffset",Xn="_FusedMatMul",Yn="FusedConv2D",Qn="FusedDepthwiseConv2D";function ln(...r){$().getBool("IS_TEST")||$().getBool("PROD")||console.warn(...r)}function PF(...r){$().getBool("IS_TEST")||$().getBool("PROD")||console.log(...r)}var Fl=Iu("kernelRegistry",()=>new Map),MF=Iu("gradRegistry",()=>new Map);function gx(r,e){let t=$w(r,e);return Fl.get(t)}function xx(r){return MF.get(r)}function yx(r){let e=Fl.entries(),t=[];for(;;){let{done:n,value:o}=e.next();if(n)break;let[s,a]=o,[u]=s.split("_");u===r&&t.push(a)}return t}function Ol(r){let{kernelName:e,backendName:t}=r,n=$w(e,t);Fl.has(n)&&ln(`The kernel '${e}' for backend '${t}' is already registered`),Fl.set(n,r)}function $w(r,e){return`${e}_${r}`}var b={};Ae(b,{arraysEqual:()=>Qt,arraysEqualWithNull:()=>sx,assert:()=>_,assertNonNegativeIntegerDimensions:()=>Me,assertNonNull:()=>pr,assertShapesMatch:()=>ze,bytesFromStringArray:()=>lx,bytesPerElement:()=>ma,checkConversionForErrors:()=>ux,clamp:()=>ca,computeStrides:()=>Mr,convertBackendValuesAndArrayBuffer:()=>TF,createScalarValue:()=>zF,createShuffledIndices:()=>IF,decodeString:()=>Si,distSquared:()=>bF,encodeString:()=>vi,fetch:()=>qF,fingerPrint64:()=>GF,flatten:()=>Jn,getArrayFromDType:()=>xl,getTypedArrayFromDType:()=>ix,hasEncodingLoss:()=>_F,hexToLong:()=>Au,indexToLoc:()=>$F,inferDtype:()=>En,inferFromImplicitShape:()=>NF,isBoolean:()=>Sw,isFunction:()=>da,isInt:()=>on,isNumber:()=>Iw,isPromise:()=>$o,isScalarShape:()=>wF,isString:()=>fa,isTypedArray:()=>_t,isValidDtype:()=>px,locToIndex:()=>EF,makeOnesTypedArray:()=>vu,makeZerosNestedTypedArray:()=>kF,makeZerosTypedArray:()=>ga,nearestDivisor:()=>ha,nearestLargerEven:()=>gF,now:()=>_s,parseAxisParam:()=>kn,randUniform:()=>yF,repeatedTry:()=>CF,rightPad:()=>Eo,shuffle:()=>vw,shuffleCombo:()=>hF,sizeFromShape:()=>de,sizeToSquarishShape:()=>SF,squeezeShape:()=>ax,sum:()=>xF,swap:()=>gl,tanh:()=>vF,toNestedArray:()=>ko,toTypedArray:()=>wi});function Pl(r){return r instanceof Float32Array||r instanceof Int32Array||r instanceof Uint8Array||r instanceof Uint8ClampedArray}var Sx=wu(Uw());var Ns=Sx.default||Sx;function Au(r){return Ns.fromString(r,!0,16)}var Gw=Au("c3a5c85c97cb3127"),Cs=Au("b492b66fbe98f273"),At=Au("9ae16a3b2f90404f");function vx(r){return r.xor(r.shru(47))}function zw(r,e,t){let n=r.slice(e,e+t);return Ns.fromBytes(Array.from(n),!0,!0)}function Le(r,e){return zw(r,e,8)}function Ww(r,e){return zw(r,e,4)}function ct(r,e){return e===0?r:r.shru(e).or(r.shl(64-e))}function Zn(r,e,t=Au("9ddfea08eb382d69")){let n=r.xor(e).mul(t);n=n.xor(n.shru(47));let o=e.xor(n).mul(t);return o=o.xor(o.shru(47)),o=o.mul(t),o}function BF(r,e,t,n,o,s){o=o.add(r),s=ct(s.add(o).add(n),21);let a=o;return o=o.add(e),o=o.add(t),s=s.add(ct(o,44)),[o.add(n),s.add(a)]}function Ll(r,e,t,n){return BF(Le(r,e),Le(r,e+8),Le(r,e+16),Le(r,e+24),t,n)}function VF(r,e=r.length){if(e>=8){let t=At.add(e*2),n=Le(r,0).add(At),o=Le(r,e-8),s=ct(o,37).mul(t).add(n),a=ct(n,25).add(o).mul(t);return Zn(s,a,t)}if(e>=4){let t=At.add(e*2),n=Ww(r,0);return Zn(n.shl(3).add(e),Ww(r,e-4),t)}if(e>0){let t=r[0],n=r[e>>1],o=r[e-1],s=t+(n<<8),a=e+(o<<2);return vx(At.mul(s).xor(Gw.mul(a))).mul(At)}return At}function UF(r,e=r.length){let t=At.add(e*2),n=Le(r,0).mul(Cs),o=Le(r,8),s=Le(r,e-8).mul(t),a=Le(r,e-16).mul(At);return Zn(ct(n.add(o),43).add(ct(s,30)).add(a),n.add(ct(o.add(At),18)).add(s),t)}function WF(r,e=r.length){let t=At.add(e*2),n=Le(r,0).mul(At),o=Le(r,8),s=Le(r,e-8).mul(t),a=Le(r,e-16).mul(At),u=ct(n.add(o),43).add(ct(s,30)).add(a),p=Zn(u,n.add(ct(o.add(At),18)).add(s),t),i=Le(r,16).mul(t),l=Le(r,24),c=u.add(Le(r,e-32)).mul(t),m=p.add(Le(r,e-24)).mul(t);return Zn(ct(i.add(l),43).add(ct(c,30)).add(m),i.add(ct(l.add(n),18)).add(c),t)}function GF(r,e=r.length){let t=Ns.fromNumber(81,!0);if(e<=32)return e<=16?VF(r,e):UF(r,e);if(e<=64)return WF(r,e);let n=t,o=t.mul(Cs).add(113),s=vx(o.mul(At).add(113)).mul(At),a=[Ns.UZERO,Ns.UZERO],u=[Ns.UZERO,Ns.UZERO];n=n.mul(At).add(Le(r,0));let p=0,i=(e-1>>6)*64,l=i+(e-1&63)-63;do n=ct(n.add(o).add(a[0]).add(Le(r,p+8)),37).mul(Cs),o=ct(o.add(a[1]).add(Le(r,p+48)),42).mul(Cs),n=n.xor(u[1]),o=o.add(a[0]).add(Le(r,p+40)),s=ct(s.add(u[0]),33).mul(Cs),a=Ll(r,p,a[1].mul(Cs),n.add(u[0])),u=Ll(r,p+32,s.add(u[1]),o.add(Le(r,p+16))),[s,n]=[n,s],p+=64;while(p!==i);let c=Cs.add(s.and(255).shl(1));return p=l,u[0]=u[0].add(e-1&63),a[0]=a[0].add(u[0]),u[0]=u[0].add(a[0]),n=ct(n.add(o).add(a[0]).add(Le(r,p+8)),37).mul(c),o=ct(o.add(a[1]).add(Le(r,p+48)),42).mul(c),n=n.xor(u[1].mul(9)),o=o.add(a[0].mul(9).add(Le(r,p+40))),s=ct(s.add(u[0]),33).mul(c),a=Ll(r,p,a[1].mul(c),n.add(u[0])),u=Ll(r,p+32,s.add(u[1]),o.add(Le(r,p+16))),[s,n]=[n,s],Zn(Zn(a[0],u[0],c).add(vx(o).mul(Gw)).add(s),Zn(a[1],u[1],c).add(n),c)}function zF(r,e){return e==="string"?vi(r):wi([r],e)}function HF(r,e){return r instanceof Float32Array&&e==="float32"||r instanceof Int32Array&&e==="int32"||r instanceof Uint8Array&&e==="bool"}function wi(r,e){if(e==="string")throw new Error("Cannot convert a string[] to a TypedArray");if(Array.isArray(r)&&(r=Jn(r)),$().getBool("DEBUG")&&ux(r,e),HF(r,e))return r;if(e==null||e==="float32"||e==="complex64")return new Float32Array(r);if(e==="int32")return new Int32Array(r);if(e==="bool"){let t=new Uint8Array(r.length);for(let n=0;n<t.length;++n)Math.round(r[n])!==0&&(t[n]=1);return t}else throw new Error(`Unknown data type ${e}`)}function _s(){return $().platform.now()}function qF(r,e){return $().platform.fetch(r,e)}function vi(r,e="utf-8"){return e=e||"utf-8",$().platform.encode(r,e)}function Si(r,e="utf-8"){return e=e||"utf-8",$().platform.decode(r,e)}function _t(r){return $().platform.isTypedArray!=null?$().platform.isTypedArray(r):Pl(r)}function Jn(r,e=[],t=!1){if(e==null&&(e=[]),typeof r=="boolean"||typeof r=="number"||typeof r=="string"||$o(r)||r==null||_t(r)&&t)e.push(r);else if(Array.isArray(r)||_t(r))for(let n=0;n<r.length;++n)Jn(r[n],e,t);else{let n=-1;for(let o of Object.keys(r))/^([1-9]+[0-9]*|0)$/.test(o)&&(n=Math.max(n,Number(o)));for(let o=0;o<=n;o++)Jn(r[o],e,t)}return e}var Bl=class{constructor(e,t){this.backendTimer=e,this.logger=t,t==null&&(this.logger=new Ix)}profileKernel(e,t,n){let o,s=()=>{o=n()},a,u=_s();if(this.backendTimer.timerAvailable())a=this.backendTimer.time(s);else{s();for(let i of o)i.dataSync();a=Promise.resolve({kernelMs:_s()-u})}if($().getBool("CHECK_COMPUTATION_FOR_ERRORS"))for(let i=0;i<o.length;i++){let l=o[i];l.data().then(c=>{KF(c,l.dtype,e)})}return{kernelName:e,outputs:o,inputs:t,timeMs:a.then(i=>i.kernelMs),extraInfo:a.then(i=>i.getExtraProfileInfo!=null?i.getExtraProfileInfo():"")}}logKernelProfile(e){let{kernelName:t,outputs:n,timeMs:o,inputs:s,extraInfo:a}=e;n.forEach(u=>{Promise.all([u.data(),o,a]).then(p=>{this.logger.logKernelProfile(t,u,p[0],p[1],s,p[2])})})}};function KF(r,e,t){if(e!=="float32")return!1;for(let n=0;n<r.length;n++){let o=r[n];if(isNaN(o)||!isFinite(o))return console.warn(`Found ${o} in the result of '${t}'`),!0}return!1}var Ix=class{logKernelProfile(e,t,n,o,s,a){let u=typeof o=="number"?Eo(`${o}ms`,9):o.error,p=Eo(e,25),i=t.rank,l=t.size,c=Eo(t.shape.toString(),14),m="";for(let f in s){let d=s[f];if(d!=null){let g=d.shape||t.shape,h=g.length;m+=`${f}: ${h}D ${h>0?g:""} `}}console.log(`%c${p}	%c${u}	%c${i}D ${c}	%c${l}	%c${m}	%c${a}`,"font-weight:bold","color:red","color:blue","color: orange","color: green","color: steelblue")}};function Hw(r,e,t){let n={},o={};for(let p=0;p<e.length;p++)n[e[p].id]=!0;for(let p=0;p<r.length;p++){let i=r[p],l=i.inputs;for(let c in l){let m=l[c],f=!1;for(let d=0;d<e.length;d++)if(n[m.id]){i.outputs.forEach(g=>n[g.id]=!0),f=!0,o[i.id]=!0;break}if(f)break}}let s={};s[t.id]=!0;let a={};for(let p=r.length-1;p>=0;p--){let i=r[p],l=i.inputs;for(let c=0;c<i.outputs.length;c++)if(s[i.outputs[c].id]){for(let m in l)s[l[m].id]=!0,a[i.id]=!0;break}}let u=[];for(let p=0;p<r.length;p++){let i=r[p];if(o[i.id]&&a[i.id]){let l={};for(let m in i.inputs){let f=i.inputs[m];n[f.id]&&(l[m]=f)}let c=Object.assign({},i);c.inputs=l,c.outputs=i.outputs,u.push(c)}}return u}function qw(r,e,t,n){for(let o=e.length-1;o>=0;o--){let s=e[o],a=[];if(s.outputs.forEach(p=>{let i=r[p.id];i!=null?a.push(i):a.push(null)}),s.gradient==null)throw new Error(`Cannot compute gradient: gradient function not found for ${s.kernelName}.`);let u=s.gradient(a);for(let p in s.inputs){if(!(p in u))throw new Error(`Cannot backprop through input ${p}. Available gradients found: ${Object.keys(u)}.`);let i=t(()=>u[p]());if(i.dtype!=="float32")throw new Error(`Error in gradient for op ${s.kernelName}. The gradient of input ${p} must have 'float32' dtype, but has '${i.dtype}'`);let l=s.inputs[p];if(!Qt(i.shape,l.shape))throw new Error(`Error in gradient for op ${s.kernelName}. The gradient of input '${p}' has shape '${i.shape}', which does not match the shape of the input '${l.shape}'`);if(r[l.id]==null)r[l.id]=i;else{let c=r[l.id];r[l.id]=n(c,i),c.dispose()}}}}var Kw=20,Ru=3,Cx=7;function jw(r,e,t,n){let o=Mr(e),s=jF(r,e,t,o),a=e.length,u=Vl(r,e,t,o,s),p=["Tensor"];return n&&(p.push(`  dtype: ${t}`),p.push(`  rank: ${a}`),p.push(`  shape: [${e}]`),p.push("  values:")),p.push(u.map(i=>"    "+i).join(`
`)),p.join(`
`)}function jF(r,e,t,n){let o=de(e),s=n[n.length-1],a=new Array(s).fill(0),u=e.length,p=t==="complex64"?Fu(r):r;if(u>1)for(let i=0;i<o/s;i++){let l=i*s;for(let c=0;c<s;c++)a[c]=Math.max(a[c],Du(p[l+c],0,t).length)}return a}function Du(r,e,t){let n;return Array.isArray(r)?n=`${parseFloat(r[0].toFixed(Cx))} + ${parseFloat(r[1].toFixed(Cx))}j`:fa(r)?n=`'${r}'`:t==="bool"?n=Xw(r):n=parseFloat(r.toFixed(Cx)).toString(),Eo(n,e)}function Xw(r){return r===0?"false":"true"}function Vl(r,e,t,n,o,s=!0){let a=t==="complex64"?2:1,u=e[0],p=e.length;if(p===0){if(t==="complex64"){let g=Fu(r);return[Du(g[0],0,t)]}return t==="bool"?[Xw(r[0])]:[r[0].toString()]}if(p===1){if(u>Kw){let h=Ru*a,x=Array.from(r.slice(0,h)),v=Array.from(r.slice((u-Ru)*a,u*a));return t==="complex64"&&(x=Fu(x),v=Fu(v)),["["+x.map((I,T)=>Du(I,o[T],t)).join(", ")+", ..., "+v.map((I,T)=>Du(I,o[u-Ru+T],t)).join(", ")+"]"]}return["["+(t==="complex64"?Fu(r):Array.from(r)).map((h,x)=>Du(h,o[x],t)).join(", ")+"]"]}let i=e.slice(1),l=n.slice(1),c=n[0]*a,m=[];if(u>Kw){for(let g=0;g<Ru;g++){let h=g*c,x=h+c;m.push(...Vl(r.slice(h,x),i,t,l,o,!1))}m.push("...");for(let g=u-Ru;g<u;g++){let h=g*c,x=h+c;m.push(...Vl(r.slice(h,x),i,t,l,o,g===u-1))}}else for(let g=0;g<u;g++){let h=g*c,x=h+c;m.push(...Vl(r.slice(h,x),i,t,l,o,g===u-1))}let f=p===2?",":"";m[0]="["+(u>0?m[0]+f:"");for(let g=1;g<m.length-1;g++)m[g]=" "+m[g]+f;let d=`,
`;for(let g=2;g<p;g++)d+=`
`;return m[m.length-1]=" "+m[m.length-1]+"]"+(s?"":d),m}function Fu(r){let e=[];for(let t=0;t<r.length;t+=2)e.push([r[t],r[t+1]]);return e}var lr=class{constructor(e,t,n){if(this.dtype=t,this.shape=e.slice(),this.size=de(e),n!=null){let o=n.length;_(o===this.size,()=>`Length of values '${o}' does not match the size inferred by the shape '${this.size}'.`)}if(t==="complex64")throw new Error("complex64 dtype TensorBuffers are not supported. Please create a TensorBuffer for the real and imaginary parts separately and call tf.complex(real, imag).");this.values=n||xl(t,this.size),this.strides=Mr(e)}set(e,...t){t.length===0&&(t=[0]),_(t.length===this.rank,()=>`The number of provided coordinates (${t.length}) must match the rank (${this.rank})`);let n=this.locToIndex(t);this.values[n]=e}get(...e){e.length===0&&(e=[0]);let t=0;for(let o of e){if(o<0||o>=this.shape[t]){let s=`Requested out of range element at ${e}.   Buffer shape=${this.shape}`;throw new Error(s)}t++}let n=e[e.length-1];for(let o=0;o<e.length-1;++o)n+=this.strides[o]*e[o];return this.values[n]}locToIndex(e){if(this.rank===0)return 0;if(this.rank===1)return e[0];let t=e[e.length-1];for(let n=0;n<e.length-1;++n)t+=this.strides[n]*e[n];return t}indexToLoc(e){if(this.rank===0)return[];if(this.rank===1)return[e];let t=new Array(this.shape.length);for(let n=0;n<t.length-1;++n)t[n]=Math.floor(e/this.strides[n]),e-=t[n]*this.strides[n];return t[t.length-1]=e,t}get rank(){return this.shape.length}toTensor(){return kr().makeTensor(this.values,this.shape,this.dtype)}},kr=null,Ii=null,XF=null;function Yw(r){kr=r}function Qw(r){Ii=r}function Zw(r){XF=r}var He=class{constructor(e,t,n,o){this.kept=!1,this.isDisposedInternal=!1,this.shape=e.slice(),this.dtype=t||"float32",this.size=de(e),this.strides=Mr(e),this.dataId=n,this.id=o,this.rankType=this.rank<5?this.rank.toString():"higher"}get rank(){return this.shape.length}async buffer(){let e=await this.data();return Ii.buffer(this.shape,this.dtype,e)}bufferSync(){return Ii.buffer(this.shape,this.dtype,this.dataSync())}async array(){let e=await this.data();return ko(this.shape,e,this.dtype==="complex64")}arraySync(){return ko(this.shape,this.dataSync(),this.dtype==="complex64")}async data(){this.throwIfDisposed();let e=kr().read(this.dataId);if(this.dtype==="string"){let t=await e;try{return t.map(n=>Si(n))}catch{throw new Error("Failed to decode the string bytes into utf-8. To get the original bytes, call tensor.bytes().")}}return e}dataToGPU(e){return this.throwIfDisposed(),kr().readToGPU(this.dataId,e)}dataSync(){this.throwIfDisposed();let e=kr().readSync(this.dataId);if(this.dtype==="string")try{return e.map(t=>Si(t))}catch{throw new Error("Failed to decode the string bytes into utf-8. To get the original bytes, call tensor.bytes().")}return e}async bytes(){this.throwIfDisposed();let e=await kr().read(this.dataId);return this.dtype==="string"?e:new Uint8Array(e.buffer)}dispose(){this.isDisposed||(this.kerasMask&&this.kerasMask.dispose(),kr().disposeTensor(this),this.isDisposedInternal=!0)}get isDisposed(){return this.isDisposedInternal}throwIfDisposed(){if(this.isDisposed)throw new Error("Tensor is disposed.")}print(e=!1){return Ii.print(this,e)}clone(){return this.throwIfDisposed(),Ii.clone(this)}toString(e=!1){let t=this.dataSync();return jw(t,this.shape,this.dtype,e)}cast(e){return this.throwIfDisposed(),Ii.cast(this,e)}variable(e=!0,t,n){return this.throwIfDisposed(),kr().makeVariable(this,e,t,n)}};Object.defineProperty(He,Symbol.hasInstance,{value:r=>!!r&&r.data!=null&&r.dataSync!=null&&r.throwIfDisposed!=null});function Nx(){return Iu("Tensor",()=>He)}Nx();var cn=class extends He{constructor(e,t,n,o){super(e.shape,e.dtype,e.dataId,o),this.trainable=t,this.name=n}assign(e){if(e.dtype!==this.dtype)throw new Error(`dtype of the new value (${e.dtype}) and previous value (${this.dtype}) must match`);if(!Qt(e.shape,this.shape))throw new Error(`shape of the new value (${e.shape}) and previous value (${this.shape}) must match`);kr().disposeTensor(this),this.dataId=e.dataId,kr().incRef(this,null)}dispose(){kr().disposeVariable(this),this.isDisposedInternal=!0}};Object.defineProperty(cn,Symbol.hasInstance,{value:r=>r instanceof He&&r.assign!=null&&r.assign instanceof Function});var _x;(function(r){r.R0="R0",r.R1="R1",r.R2="R2",r.R3="R3",r.R4="R4",r.R5="R5",r.R6="R6"})(_x||(_x={}));var Tx;(function(r){r.float32="float32",r.int32="int32",r.bool="int32",r.complex64="complex64"})(Tx||(Tx={}));var kx;(function(r){r.float32="float32",r.int32="int32",r.bool="bool",r.complex64="complex64"})(kx||(kx={}));var Ex;(function(r){r.float32="float32",r.int32="float32",r.bool="float32",r.complex64="complex64"})(Ex||(Ex={}));var $x;(function(r){r.float32="complex64",r.int32="complex64",r.bool="complex64",r.complex64="complex64"})($x||($x={}));var YF={float32:Ex,int32:Tx,bool:kx,complex64:$x};function Tt(r,e){if(r==="string"||e==="string"){if(r==="string"&&e==="string")return"string";throw new Error(`Can not upcast ${r} with ${e}`)}return YF[r][e]}function Ts(r){return Tt(r,"int32")}function Ul(r){return r!=null&&typeof r=="object"&&"texture"in r&&r.texture instanceof WebGLTexture}function Wl(r){return typeof GPUBuffer<"u"&&r!=null&&typeof r=="object"&&"buffer"in r&&r.buffer instanceof GPUBuffer}function me(r,e){if(r.dtype===e.dtype)return[r,e];let t=Tt(r.dtype,e.dtype);return[r.cast(t),e.cast(t)]}function Jw(r,e){_(r.dtype===e.dtype,()=>`The dtypes of the first(${r.dtype}) and second(${e.dtype}) input must match`)}function Gl(r){let e=[];return ev(r,e,new Set),e}function ev(r,e,t){if(r==null)return;if(r instanceof He){e.push(r);return}if(!QF(r))return;let n=r;for(let o in n){let s=n[o];t.has(s)||(t.add(s),ev(s,e,t))}}function QF(r){return Array.isArray(r)||typeof r=="object"}function Ax(r){return r.kernelName!=null}var zl=class{constructor(){this.registeredVariables={},this.nextTapeNodeId=0,this.numBytes=0,this.numTensors=0,this.numStringTensors=0,this.numDataBuffers=0,this.gradientDepth=0,this.kernelDepth=0,this.scopeStack=[],this.numDataMovesStack=[],this.nextScopeId=0,this.tensorInfo=new WeakMap,this.profiling=!1,this.activeProfile={newBytes:0,newTensors:0,peakBytes:0,kernels:[],result:null,get kernelNames(){return Array.from(new Set(this.kernels.map(e=>e.name)))}}}dispose(){for(let e in this.registeredVariables)this.registeredVariables[e].dispose()}},Ou=class r{constructor(e){this.ENV=e,this.registry={},this.registryFactory={},this.pendingBackendInitId=0,this.state=new zl}async ready(){if(this.pendingBackendInit!=null)return this.pendingBackendInit.then(()=>{});if(this.backendInstance!=null)return;let e=this.getSortedBackends();for(let t=0;t<e.length;t++){let n=e[t];if(await this.initializeBackend(n).success){await this.setBackend(n);return}}throw new Error("Could not initialize any backends, all backend initializations failed.")}get backend(){if(this.pendingBackendInit!=null)throw new Error(`Backend '${this.backendName}' has not yet been initialized. Make sure to await tf.ready() or await tf.setBackend() before calling other methods`);if(this.backendInstance==null){let{name:e,asyncInit:t}=this.initializeBackendsAndReturnBest();if(t)throw new Error(`The highest priority backend '${e}' has not yet been initialized. Make sure to await tf.ready() or await tf.setBackend() before calling other methods`);this.setBackend(e)}return this.backendInstance}backendNames(){return Object.keys(this.registryFactory)}findBackend(e){if(!(e in this.registry))if(e in this.registryFactory){let{asyncInit:t}=this.initializeBackend(e);if(t)return null}else return null;return this.registry[e]}findBackendFactory(e){return e in this.registryFactory?this.registryFactory[e].factory:null}registerBackend(e,t,n=1){return e in this.registryFactory?(ln(`${e} backend was already registered. Reusing existing backend factory.`),!1):(this.registryFactory[e]={factory:t,priority:n},!0)}async setBackend(e){if(this.registryFactory[e]==null)throw new Error(`Backend name '${e}' not found in registry`);if(this.backendName=e,this.registry[e]==null){this.backendInstance=null;let{success:t,asyncInit:n}=this.initializeBackend(e);if(!(n?await t:t))return!1}return this.backendInstance=this.registry[e],this.setupRegisteredKernels(),this.profiler=new Bl(this.backendInstance),!0}setupRegisteredKernels(){yx(this.backendName).forEach(t=>{t.setupFunc!=null&&t.setupFunc(this.backendInstance)})}disposeRegisteredKernels(e){yx(e).forEach(n=>{n.disposeFunc!=null&&n.disposeFunc(this.registry[e])})}initializeBackend(e){let t=this.registryFactory[e];if(t==null)throw new Error(`Cannot initialize backend ${e}, no registration found.`);try{let n=t.factory();if(n&&!(n instanceof nn)&&typeof n.then=="function"){let o=++this.pendingBackendInitId,s=n.then(a=>o<this.pendingBackendInitId?!1:(this.registry[e]=a,this.pendingBackendInit=null,!0)).catch(a=>(o<this.pendingBackendInitId||(this.pendingBackendInit=null,ln(`Initialization of backend ${e} failed`),ln(a.stack||a.message)),!1));return this.pendingBackendInit=s,{success:s,asyncInit:!0}}else return this.registry[e]=n,{success:!0,asyncInit:!1}}catch(n){return ln(`Initialization of backend ${e} failed`),ln(n.stack||n.message),{success:!1,asyncInit:!1}}}removeBackend(e){if(!(e in this.registryFactory))throw new Error(`${e} backend not found in registry`);this.backendName===e&&this.pendingBackendInit!=null&&this.pendingBackendInitId++,e in this.registry&&(this.disposeRegisteredKernels(e),this.registry[e].dispose(),delete this.registry[e]),delete this.registryFactory[e],this.backendName===e&&(this.pendingBackendInit=null,this.backendName=null,this.backendInstance=null)}getSortedBackends(){if(Object.keys(this.registryFactory).length===0)throw new Error("No backend found in registry.");return Object.keys(this.registryFactory).sort((e,t)=>this.registryFactory[t].priority-this.registryFactory[e].priority)}initializeBackendsAndReturnBest(){let e=this.getSortedBackends();for(let t=0;t<e.length;t++){let n=e[t],{success:o,asyncInit:s}=this.initializeBackend(n);if(s||o)return{name:n,asyncInit:s}}throw new Error("Could not initialize any backends, all backend initializations failed.")}moveData(e,t){let n=this.state.tensorInfo.get(t),o=n.backend,s=this.readSync(t),a=o.refCount(t);o.disposeData(t,!0),n.backend=e,e.move(t,s,n.shape,n.dtype,a),this.shouldCheckForMemLeaks()&&this.state.numDataMovesStack[this.state.numDataMovesStack.length-1]++}tidy(e,t){let n=null;if(t==null){if(typeof e!="function")throw new Error("Please provide a function to tidy()");t=e}else{if(typeof e!="string"&&!(e instanceof String))throw new Error("When calling with two arguments, the first argument to tidy() must be a string");if(typeof t!="function")throw new Error("When calling with two arguments, the 2nd argument to tidy() must be a function");n=e}let o;return this.scopedRun(()=>this.startScope(n),()=>this.endScope(o),()=>(o=t(),o instanceof Promise&&console.error("Cannot return a Promise inside of tidy."),o))}scopedRun(e,t,n){e();try{let o=n();return t(),o}catch(o){throw t(),o}}nextTensorId(){return r.nextTensorId++}nextVariableId(){return r.nextVariableId++}clone(e){let t=C.runKernel(an,{x:e}),n={x:e},o=a=>({x:()=>{let u="float32",p={x:a},i={dtype:u};return C.runKernel(sn,p,i)}}),s=[];return this.addTapeNode(this.state.activeScope.name,n,[t],o,s,{}),t}runKernel(e,t,n){if(this.backendName==null&&this.backend,!(gx(e,this.backendName)!=null))throw new Error(`Kernel '${e}' not registered for backend '${this.backendName}'`);return this.runKernelFunc({kernelName:e,inputs:t,attrs:n})}shouldCheckForMemLeaks(){return this.ENV.getBool("IS_TEST")}checkKernelForMemLeak(e,t,n){let o=this.backend.numDataIds(),s=0;n.forEach(p=>{s+=p.dtype==="complex64"?3:1});let a=this.state.numDataMovesStack[this.state.numDataMovesStack.length-1],u=o-t-s-a;if(u>0)throw new Error(`Backend '${this.backendName}' has an internal memory leak (${u} data ids) after running '${e}'`)}runKernelFunc(e){let t,n=[],o=this.isTapeOn(),s=this.state.numBytes,a=this.state.numTensors;this.shouldCheckForMemLeaks()&&this.state.numDataMovesStack.push(0);let u;this.backendName==null&&this.backend;let p,i=Ax(e)?e.kernelName:this.state.activeScope!=null?this.state.activeScope.name:"";if(Ax(e)){let{kernelName:d,inputs:g,attrs:h}=e;this.backendName==null&&this.backend;let x=gx(d,this.backendName);_(x!=null,()=>`Cannot find registered kernel '${d}' for backend '${this.backendName}'`),u=()=>{let v=this.backend.numDataIds();p=x.kernelFunc({inputs:g,attrs:h,backend:this.backend});let I=Array.isArray(p)?p:[p];this.shouldCheckForMemLeaks()&&this.checkKernelForMemLeak(d,v,I);let T=I.map(E=>E.rank!=null?E:this.makeTensorFromTensorInfo(E));if(o){let E=this.getTensorsForGradient(d,g,T);n=this.saveTensorsForBackwardMode(E)}return T}}else{let{forwardFunc:d}=e,g=h=>{o&&(n=h.map(x=>this.keep(this.clone(x))))};u=()=>{let h=this.backend.numDataIds();p=this.tidy(()=>d(this.backend,g));let x=Array.isArray(p)?p:[p];return this.shouldCheckForMemLeaks()&&this.checkKernelForMemLeak(i,h,x),x}}let{inputs:l,attrs:c}=e,m=Ax(e)?null:e.backwardsFunc,f;return this.scopedRun(()=>this.state.kernelDepth++,()=>this.state.kernelDepth--,()=>{!this.ENV.getBool("DEBUG")&&!this.state.profiling?t=u():(f=this.profiler.profileKernel(i,l,()=>u()),this.ENV.getBool("DEBUG")&&this.profiler.logKernelProfile(f),t=f.outputs)}),o&&this.addTapeNode(i,l,t,m,n,c),this.state.profiling&&this.state.activeProfile.kernels.push({name:i,bytesAdded:this.state.numBytes-s,totalBytesSnapshot:this.state.numBytes,tensorsAdded:this.state.numTensors-a,totalTensorsSnapshot:this.state.numTensors,inputShapes:Object.keys(l).map(d=>l[d]!=null?l[d].shape:null),outputShapes:t.map(d=>d.shape),kernelTimeMs:f.timeMs,extraInfo:f.extraInfo}),Array.isArray(p)?t:t[0]}saveTensorsForBackwardMode(e){return e.map(n=>this.keep(this.clone(n)))}getTensorsForGradient(e,t,n){let o=xx(e);if(o!=null){let s=o.inputsToSave||[],a=o.outputsToSave||[],u;o.saveAllInputs?(_(Array.isArray(t),()=>"saveAllInputs is true, expected inputs to be an array."),u=Object.keys(t).map(i=>t[i])):u=s.map(i=>t[i]);let p=n.filter((i,l)=>a[l]);return u.concat(p)}return[]}makeTensor(e,t,n,o){if(e==null)throw new Error("Values passed to engine.makeTensor() are null");n=n||"float32",o=o||this.backend;let s=e;n==="string"&&fa(e[0])&&(s=e.map(p=>vi(p)));let a=o.write(s,t,n),u=new He(t,n,a,this.nextTensorId());if(this.trackTensor(u,o),n==="string"){let p=this.state.tensorInfo.get(a),i=lx(s);this.state.numBytes+=i-p.bytes,p.bytes=i}return u}makeTensorFromDataId(e,t,n,o){n=n||"float32";let s={dataId:e,shape:t,dtype:n};return this.makeTensorFromTensorInfo(s,o)}makeTensorFromTensorInfo(e,t){let{dataId:n,shape:o,dtype:s}=e,a=new He(o,s,n,this.nextTensorId());return this.trackTensor(a,t),a}makeVariable(e,t=!0,n,o){n=n||this.nextVariableId().toString(),o!=null&&o!==e.dtype&&(e=e.cast(o));let s=new cn(e,t,n,this.nextTensorId());if(this.state.registeredVariables[s.name]!=null)throw new Error(`Variable with name ${s.name} was already registered`);return this.state.registeredVariables[s.name]=s,this.incRef(s,this.backend),s}trackTensor(e,t){this.state.numTensors++,e.dtype==="string"&&this.state.numStringTensors++;let n=0;e.dtype!=="complex64"&&e.dtype!=="string"&&(n=e.size*ma(e.dtype)),this.state.numBytes+=n,this.state.tensorInfo.has(e.dataId)||(this.state.numDataBuffers++,this.state.tensorInfo.set(e.dataId,{backend:t||this.backend,dtype:e.dtype,shape:e.shape,bytes:n})),e instanceof cn||this.track(e)}incRef(e,t){this.trackTensor(e,t),this.backend.incRef(e.dataId)}removeDataId(e,t){this.state.tensorInfo.has(e)&&this.state.tensorInfo.get(e).backend===t&&(this.state.tensorInfo.delete(e),this.state.numDataBuffers--)}disposeTensor(e){if(!this.state.tensorInfo.has(e.dataId))return;let t=this.state.tensorInfo.get(e.dataId);if(this.state.numTensors--,e.dtype==="string"&&(this.state.numStringTensors--,this.state.numBytes-=t.bytes),e.dtype!=="complex64"&&e.dtype!=="string"){let n=e.size*ma(e.dtype);this.state.numBytes-=n}t.backend.disposeData(e.dataId)&&this.removeDataId(e.dataId,t.backend)}disposeVariables(){for(let e in this.state.registeredVariables){let t=this.state.registeredVariables[e];this.disposeVariable(t)}}disposeVariable(e){this.disposeTensor(e),this.state.registeredVariables[e.name]!=null&&delete this.state.registeredVariables[e.name]}memory(){let e=this.backend.memory();return e.numTensors=this.state.numTensors,e.numDataBuffers=this.state.numDataBuffers,e.numBytes=this.state.numBytes,this.state.numStringTensors>0&&(e.unreliable=!0,e.reasons==null&&(e.reasons=[]),e.reasons.push("Memory usage by string tensors is approximate (2 bytes per character)")),e}async profile(e){this.state.profiling=!0;let t=this.state.numBytes,n=this.state.numTensors;this.state.activeProfile.kernels=[],this.state.activeProfile.result=await e(),this.state.profiling=!1,this.state.activeProfile.peakBytes=Math.max(...this.state.activeProfile.kernels.map(o=>o.totalBytesSnapshot)),this.state.activeProfile.newBytes=this.state.numBytes-t,this.state.activeProfile.newTensors=this.state.numTensors-n;for(let o of this.state.activeProfile.kernels)o.kernelTimeMs=await o.kernelTimeMs,o.extraInfo=await o.extraInfo;return this.state.activeProfile}isTapeOn(){return this.state.gradientDepth>0&&this.state.kernelDepth===0}addTapeNode(e,t,n,o,s,a){let u={id:this.state.nextTapeNodeId++,kernelName:e,inputs:t,outputs:n,saved:s},p=xx(e);p!=null&&(o=p.gradFunc),o!=null&&(u.gradient=i=>(i=i.map((l,c)=>{if(l==null){let m=n[c],f=ga(m.size,m.dtype);return this.makeTensor(f,m.shape,m.dtype)}return l}),o(i.length>1?i:i[0],s,a))),this.state.activeTape.push(u)}keep(e){return e.kept=!0,e}startTape(){this.state.gradientDepth===0&&(this.state.activeTape=[]),this.state.gradientDepth++}endTape(){this.state.gradientDepth--}startScope(e){let t={track:[],name:"unnamed scope",id:this.state.nextScopeId++};e&&(t.name=e),this.state.scopeStack.push(t),this.state.activeScope=t}endScope(e){let t=Gl(e),n=new Set(t.map(s=>s.id));for(let s=0;s<this.state.activeScope.track.length;s++){let a=this.state.activeScope.track[s];!a.kept&&!n.has(a.id)&&a.dispose()}let o=this.state.scopeStack.pop();this.state.activeScope=this.state.scopeStack.length===0?null:this.state.scopeStack[this.state.scopeStack.length-1],t.forEach(s=>{!s.kept&&s.scopeId===o.id&&this.track(s)})}gradients(e,t,n,o=!1){if(_(t.length>0,()=>"gradients() received an empty list of xs."),n!=null&&n.dtype!=="float32")throw new Error(`dy must have 'float32' dtype, but has '${n.dtype}'`);let s=this.scopedRun(()=>this.startTape(),()=>this.endTape(),()=>this.tidy("forward",e));_(s instanceof He,()=>"The result y returned by f() must be a tensor.");let a=Hw(this.state.activeTape,t,s);if(!o&&a.length===0&&t.length>0)throw new Error("Cannot compute gradient of y=f(x) with respect to x. Make sure that the f you passed encloses all operations that lead from x to y.");return this.tidy("backward",()=>{let u={};u[s.id]=n??ZF(s.shape),qw(u,a,i=>this.tidy(i),JF);let p=t.map(i=>u[i.id]);return this.state.gradientDepth===0&&(this.state.activeTape.forEach(i=>{for(let l of i.saved)l.dispose()}),this.state.activeTape=null),{value:s,grads:p}})}customGrad(e){return _(da(e),()=>"The f passed in customGrad(f) must be a function."),(...t)=>{_(t.every(u=>u instanceof He),()=>"The args passed in customGrad(f)(x1, x2,...) must all be tensors");let n,o={};t.forEach((u,p)=>{o[p]=u});let s=(u,p)=>(n=e(...t,p),_(n.value instanceof He,()=>"The function f passed in customGrad(f) must return an object where `obj.value` is a tensor"),_(da(n.gradFunc),()=>"The function f passed in customGrad(f) must return an object where `obj.gradFunc` is a function."),n.value),a=(u,p)=>{let i=n.gradFunc(u,p),l=Array.isArray(i)?i:[i];_(l.length===t.length,()=>"The function f passed in customGrad(f) must return an object where `obj.gradFunc` is a function that returns the same number of tensors as inputs passed to f(...)."),_(l.every(m=>m instanceof He),()=>"The function f passed in customGrad(f) must return an object where `obj.gradFunc` is a function that returns a list of only tensors.");let c={};return l.forEach((m,f)=>{c[f]=()=>m}),c};return this.runKernelFunc({forwardFunc:s,backwardsFunc:a,inputs:o})}}readSync(e){return this.state.tensorInfo.get(e).backend.readSync(e)}read(e){return this.state.tensorInfo.get(e).backend.read(e)}readToGPU(e,t){return this.state.tensorInfo.get(e).backend.readToGPU(e,t)}async time(e){let t=_s(),n=await this.backend.time(e);return n.wallMs=_s()-t,n}track(e){return this.state.activeScope!=null&&(e.scopeId=this.state.activeScope.id,this.state.activeScope.track.push(e)),e}get registeredVariables(){return this.state.registeredVariables}reset(){this.pendingBackendInitId++,this.state.dispose(),this.ENV.reset(),this.state=new zl;for(let e in this.registry)this.disposeRegisteredKernels(e),this.registry[e].dispose(),delete this.registry[e];this.backendName=null,this.backendInstance=null,this.pendingBackendInit=null}};Ou.nextTensorId=0;Ou.nextVariableId=0;function ZF(r){let e=vu(de(r),"float32");return C.makeTensor(e,r,"float32")}function Rx(){let r=fx();if(r._tfengine==null){let e=new Su(r);r._tfengine=new Ou(e)}return _w(r._tfengine.ENV),Yw(()=>r._tfengine),r._tfengine}var C=Rx();function JF(r,e){let t={a:r,b:e};return C.runKernel("Add",t)}var to={};Ae(to,{isBrowser:()=>Fx,isMobile:()=>rO,mockIsMobile:()=>tO});function eO(){return typeof navigator<"u"&&navigator!=null}var Dx;function tO(r){Dx=r}function rO(r){if(Dx!==void 0)return Dx;if(r||eO()){if(r||(r=navigator),r.product==="ReactNative")return!0;let e=r.userAgent||r.vendor||(typeof window<"u"?window.opera:"");if(!e){let t=r;return t.userAgentData&&t.userAgentData.mobile}return/(android|bb\d+|meego).+mobile|avantgo|bada\/|blackberry|blazer|compal|elaine|fennec|hiptop|iemobile|ip(hone|od)|iris|kindle|lge |maemo|midp|mmp|mobile.+firefox|netfront|opera m(ob|in)i|palm( os)?|phone|p(ixi|re)\/|plucker|pocket|psp|series(4|6)0|symbian|treo|up\.(browser|link)|vodafone|wap|windows ce|xda|xiino/i.test(e)||/1207|6310|6590|3gso|4thp|50[1-6]i|770s|802s|a wa|abac|ac(er|oo|s\-)|ai(ko|rn)|al(av|ca|co)|amoi|an(ex|ny|yw)|aptu|ar(ch|go)|as(te|us)|attw|au(di|\-m|r |s )|avan|be(ck|ll|nq)|bi(lb|rd)|bl(ac|az)|br(e|v)w|bumb|bw\-(n|u)|c55\/|capi|ccwa|cdm\-|cell|chtm|cldc|cmd\-|co(mp|nd)|craw|da(it|ll|ng)|dbte|dc\-s|devi|dica|dmob|do(c|p)o|ds(12|\-d)|el(49|ai)|em(l2|ul)|er(ic|k0)|esl8|ez([4-7]0|os|wa|ze)|fetc|fly(\-|_)|g1 u|g560|gene|gf\-5|g\-mo|go(\.w|od)|gr(ad|un)|haie|hcit|hd\-(m|p|t)|hei\-|hi(pt|ta)|hp( i|ip)|hs\-c|ht(c(\-| |_|a|g|p|s|t)|tp)|hu(aw|tc)|i\-(20|go|ma)|i230|iac( |\-|\/)|ibro|idea|ig01|ikom|im1k|inno|ipaq|iris|ja(t|v)a|jbro|jemu|jigs|kddi|keji|kgt( |\/)|klon|kpt |kwc\-|kyo(c|k)|le(no|xi)|lg( g|\/(k|l|u)|50|54|\-[a-w])|libw|lynx|m1\-w|m3ga|m50\/|ma(te|ui|xo)|mc(01|21|ca)|m\-cr|me(rc|ri)|mi(o8|oa|ts)|mmef|mo(01|02|bi|de|do|t(\-| |o|v)|zz)|mt(50|p1|v )|mwbp|mywa|n10[0-2]|n20[2-3]|n30(0|2)|n50(0|2|5)|n7(0(0|1)|10)|ne((c|m)\-|on|tf|wf|wg|wt)|nok(6|i)|nzph|o2im|op(ti|wv)|oran|owg1|p800|pan(a|d|t)|pdxg|pg(13|\-([1-8]|c))|phil|pire|pl(ay|uc)|pn\-2|po(ck|rt|se)|prox|psio|pt\-g|qa\-a|qc(07|12|21|32|60|\-[2-7]|i\-)|qtek|r380|r600|raks|rim9|ro(ve|zo)|s55\/|sa(ge|ma|mm|ms|ny|va)|sc(01|h\-|oo|p\-)|sdk\/|se(c(\-|0|1)|47|mc|nd|ri)|sgh\-|shar|sie(\-|m)|sk\-0|sl(45|id)|sm(al|ar|b3|it|t5)|so(ft|ny)|sp(01|h\-|v\-|v )|sy(01|mb)|t2(18|50)|t6(00|10|18)|ta(gt|lk)|tcl\-|tdg\-|tel(i|m)|tim\-|t\-mo|to(pl|sh)|ts(70|m\-|m3|m5)|tx\-9|up(\.b|g1|si)|utst|v400|v750|veri|vi(rg|te)|vk(40|5[0-3]|\-v)|vm40|voda|vulc|vx(52|53|60|61|70|80|81|83|85|98)|w3c(\-| )|webc|whit|wi(g |nc|nw)|wmlb|wonu|x700|yas\-|your|zeto|zte\-/i.test(e.substr(0,4))}return!1}function Fx(){return typeof window<"u"&&window.document!=null||typeof WorkerGlobalScope<"u"}var Pt=$();Pt.registerFlag("DEBUG",()=>!1,r=>{r&&console.warn("Debugging mode is ON. The output of every math call will be downloaded to CPU and checked for NaNs. This significantly impacts performance.")});Pt.registerFlag("IS_BROWSER",()=>Fx());Pt.registerFlag("IS_NODE",()=>typeof process<"u"&&typeof process.versions<"u"&&typeof process.versions.node<"u");Pt.registerFlag("IS_CHROME",()=>typeof navigator<"u"&&navigator!=null&&navigator.userAgent!=null&&/Chrome/.test(navigator.userAgent)&&/Google Inc/.test(navigator.vendor));Pt.registerFlag("IS_SAFARI",()=>typeof navigator<"u"&&navigator!=null&&navigator.userAgent!=null&&/Safari/.test(navigator.userAgent)&&/Apple/.test(navigator.vendor));Pt.registerFlag("PROD",()=>!1);Pt.registerFlag("TENSORLIKE_CHECK_SHAPE_CONSISTENCY",()=>Pt.getBool("DEBUG"));Pt.registerFlag("DEPRECATION_WARNINGS_ENABLED",()=>!0);Pt.registerFlag("IS_TEST",()=>!1);Pt.registerFlag("CHECK_COMPUTATION_FOR_ERRORS",()=>Pt.getBool("DEBUG"));Pt.registerFlag("WRAP_TO_IMAGEBITMAP",()=>!1);Pt.registerFlag("CANVAS2D_WILL_READ_FREQUENTLY_FOR_GPU",()=>!1);Pt.registerFlag("USE_SETTIMEOUTCUSTOM",()=>!1);function Mt(r,e){let t=r;if(_t(r))return e==="string"?[]:[r.length];if(Ul(r)){let o=r.channels||"RGBA";return[r.height,r.width*o.length]}else if(Wl(r))return[r.buffer.size/(e==null?4:ma(e))];if(!Array.isArray(r))return[];let n=[];for(;Array.isArray(t)||_t(t)&&e!=="string";)n.push(t.length),t=t[0];return Array.isArray(r)&&$().getBool("TENSORLIKE_CHECK_SHAPE_CONSISTENCY")&&rv(r,n,[]),n}function rv(r,e,t){if(t=t||[],!Array.isArray(r)&&!_t(r)){_(e.length===0,()=>`Element arr[${t.join("][")}] is a primitive, but should be an array/TypedArray of ${e[0]} elements`);return}_(e.length>0,()=>`Element arr[${t.join("][")}] should be a primitive, but is an array of ${r.length} elements`),_(r.length===e[0],()=>`Element arr[${t.join("][")}] should have ${e[0]} elements, but has ${r.length} elements`);let n=e.slice(1);for(let o=0;o<r.length;++o)rv(r[o],n,t.concat(o))}function tv(r,e,t,n){if(r!=="string_or_numeric"){if(r==null)throw new Error("Expected dtype cannot be null.");if(r!=="numeric"&&r!==e||r==="numeric"&&e==="string")throw new Error(`Argument '${t}' passed to '${n}' must be ${r} tensor, but got ${e} tensor`)}}function w(r,e,t,n="numeric"){if(r instanceof Nx())return tv(n,r.dtype,e,t),r;let o=En(r);if(o!=="string"&&["bool","int32","float32"].indexOf(n)>=0&&(o=n),tv(n,o,e,t),r==null||!_t(r)&&!Array.isArray(r)&&typeof r!="number"&&typeof r!="boolean"&&typeof r!="string"){let p=r==null?"null":r.constructor.name;throw new Error(`Argument '${e}' passed to '${t}' must be a Tensor or TensorLike, but got '${p}'`)}let s=Mt(r,o);!_t(r)&&!Array.isArray(r)&&(r=[r]);let u=o!=="string"?wi(r,o):Jn(r,[],!0);return C.makeTensor(u,s,o)}function ks(r,e,t,n="numeric"){if(!Array.isArray(r))throw new Error(`Argument ${e} passed to ${t} must be a \`Tensor[]\` or \`TensorLike[]\``);return r.map((s,a)=>w(s,`${e}[${a}]`,t,n))}var Ox="__op";function S(r){let e=Object.keys(r);if(e.length!==1)throw new Error(`Please provide an object with a single key (operation name) mapping to a function. Got an object with ${e.length} keys.`);let t=e[0],n=r[t];t.endsWith("_")&&(t=t.substring(0,t.length-1)),t=t+Ox;let o=(...s)=>{C.startScope(t);try{let a=n(...s);return $o(a)&&console.error("Cannot return a Promise inside of tidy."),C.endScope(a),a}catch(a){throw C.endScope(null),a}};return Object.defineProperty(o,"name",{value:t,configurable:!0}),o}function nO(r,e){let t=w(r,"real","complex"),n=w(e,"imag","complex");ze(t.shape,n.shape,`real and imag shapes, ${t.shape} and ${n.shape}, must match in call to tf.complex().`);let o={real:t,imag:n};return C.runKernel(Cu,o)}var Lt=S({complex_:nO});function Rt(r,e,t,n){if(n==null)n=En(r);else if(n==="complex64")throw new Error("Cannot construct a complex64 tensor directly. Please use tf.complex(real, imag).");if(Wl(r)||Ul(r)){if(n!=="float32"&&n!=="int32")throw new Error(`Creating tensor from GPU data only supports 'float32'|'int32' dtype, while the dtype is ${n}.`);return C.backend.createTensorFromGPUData(r,e||t,n)}if(!_t(r)&&!Array.isArray(r)&&typeof r!="number"&&typeof r!="boolean"&&typeof r!="string")throw new Error("values passed to tensor(values) must be a number/boolean/string or an array of numbers/booleans/strings, or a TypedArray");if(e!=null){Me(e);let o=de(e),s=de(t);_(o===s,()=>`Based on the provided shape, [${e}], the tensor should have ${o} values but has ${s}`);for(let a=0;a<t.length;++a){let u=t[a],p=a===t.length-1?u!==de(e.slice(a)):!0;_(t[a]===e[a]||!p,()=>`Error creating a new Tensor. Inferred shape (${t}) does not match the provided shape (${e}). `)}}return!_t(r)&&!Array.isArray(r)&&(r=[r]),e=e||t,r=n!=="string"?wi(r,n):Jn(r,[],!0),C.makeTensor(r,e,n)}function mt(r,e,t){let n=Mt(r,t);return Rt(r,e,n,t)}var mn={float32:4,float16:2,int32:4,uint16:2,uint8:1,bool:1,complex64:8};var yt=class r{static join(e){return new r(e).slice()}constructor(e){if(this.shards=[],this.previousShardIndex=0,e==null||(e instanceof Array||(e=[e]),e=e.map(n=>_t(n)?n.buffer:n),e.length===0))return;this.bufferUniformSize=e[0].byteLength;let t=0;for(let n=0;n<e.length;n++){let o=e[n];n!==e.length-1&&o.byteLength!==this.bufferUniformSize&&(this.bufferUniformSize=void 0);let s=t+o.byteLength;this.shards.push({buffer:o,start:t,end:s}),t=s}this.shards.length===0&&(this.byteLength=0),this.byteLength=this.shards[this.shards.length-1].end}slice(e=0,t=this.byteLength){if(this.shards.length===0)return new ArrayBuffer(0);if(e=isNaN(Number(e))?0:e,t=isNaN(Number(t))?0:t,e=Math.max(0,e),t=Math.min(this.byteLength,t),t<=e)return new ArrayBuffer(0);let n=this.findShardForByte(e);if(n===-1)throw new Error(`Could not find start shard for byte ${e}`);let o=t-e,s=new ArrayBuffer(o),a=new Uint8Array(s),u=0;for(let p=n;p<this.shards.length;p++){let i=this.shards[p],c=e+u-i.start,m=u,d=Math.min(t,i.end)-i.start,g=new Uint8Array(i.buffer,c,d-c);if(a.set(g,m),u+=g.length,t<i.end)break}return s}findShardForByte(e){if(this.shards.length===0||e<0||e>=this.byteLength)return-1;if(this.bufferUniformSize!=null)return this.previousShardIndex=Math.floor(e/this.bufferUniformSize),this.previousShardIndex;function t(o){return e<o.start?-1:e>=o.end?1:0}if(t(this.shards[this.previousShardIndex])===0)return this.previousShardIndex;let n=oO(this.shards,t);return n===-1?-1:(this.previousShardIndex=n,this.previousShardIndex)}};function oO(r,e){let t=0,n=r.length;for(;t<=n;){let o=Math.floor((n-t)/2)+t,s=e(r[o]);if(s===0)return o;s<0?n=o:t=o+1}return-1}function nv(r){$().getBool("DEPRECATION_WARNINGS_ENABLED")&&console.warn(r+" You can disable deprecation warnings with tf.disableDeprecationWarnings().")}Zw(nv);function Er(){return C}function sO(){return C.memory()}function ie(r,e){return C.tidy(r,e)}function qe(r){Gl(r).forEach(t=>t.dispose())}function Bt(r){return C.keep(r)}function aO(r){return C.setBackend(r)}function iO(){return C.ready()}function Px(){return C.backendName}function Hl(r,e,t=1){return C.registerBackend(r,e,t)}function ov(){return C.backend}var ro=4;async function iv(r,e){let t=[],n=[],o=Array.isArray(r)?r.map(a=>a.name):Object.keys(r);for(let a=0;a<o.length;++a){let u=o[a],p=Array.isArray(r)?r[a].tensor:r[u];if(p.dtype!=="float32"&&p.dtype!=="int32"&&p.dtype!=="bool"&&p.dtype!=="string"&&p.dtype!=="complex64")throw new Error(`Unsupported dtype in weight '${u}': ${p.dtype}`);let i={name:u,shape:p.shape,dtype:p.dtype};if(p.dtype==="string"){let l=new Promise(async c=>{let m=await p.bytes(),f=m.reduce((h,x)=>h+x.length,0)+ro*m.length,d=new Uint8Array(f),g=0;for(let h=0;h<m.length;h++){let x=m[h],v=new Uint8Array(new Uint32Array([x.length]).buffer);d.set(v,g),g+=ro,d.set(x,g),g+=x.length}c(d)});n.push(l)}else n.push(p.data());e!=null&&(i.group=e),t.push(i)}let s=await Promise.all(n);return{data:lO(s),specs:t}}function ql(r,e){let t=new yt(r),n={},o=0;for(let s of e){let a=uO(s,(u,p)=>t.slice(o+u,o+p));n[s.name]=uv(s,t.slice(o,o+a)),o+=a}return n}function uO(r,e){let t=de(r.shape),n;if("quantization"in r){let o=r.quantization;n=mn[o.dtype]}else if(r.dtype==="string"){let o=0;for(let s=0;s<t;s++)o+=ro+new Uint32Array(e(o,o+ro))[0];return o}else n=mn[r.dtype];return t*n}async function pO(r,e){let t=de(r.shape),n;if("quantization"in r){let o=r.quantization;n=mn[o.dtype]}else if(r.dtype==="string"){let o=0;for(let s=0;s<t;s++)o+=ro+new Uint32Array(await e(o,o+ro))[0];return o}else n=mn[r.dtype];return t*n}function uv(r,e){let t=r.name,n=r.dtype,o=r.shape,s=de(o),a,u=0;if("quantization"in r){let p=r.quantization;if(p.dtype==="uint8"||p.dtype==="uint16"){if(!("min"in p&&"scale"in p))throw new Error(`Weight ${r.name} with quantization ${p.dtype} doesn't have corresponding metadata min and scale.`)}else if(p.dtype==="float16"){if(n!=="float32")throw new Error(`Weight ${r.name} is quantized with ${p.dtype} which only supports weights of type float32 not ${n}.`)}else throw new Error(`Weight ${r.name} has unknown quantization dtype ${p.dtype}. Supported quantization dtypes are: 'uint8', 'uint16', and 'float16'.`);let i=mn[p.dtype],l=p.dtype==="uint8"?new Uint8Array(e):new Uint16Array(e);if(n==="float32")if(p.dtype==="uint8"||p.dtype==="uint16"){a=new Float32Array(l.length);for(let c=0;c<l.length;c++){let m=l[c];a[c]=m*p.scale+p.min}}else if(p.dtype==="float16")a=dO()(l);else throw new Error(`Unsupported quantization type ${p.dtype} for weight type float32.`);else if(n==="int32"){if(p.dtype!=="uint8"&&p.dtype!=="uint16")throw new Error(`Unsupported quantization type ${p.dtype} for weight type int32.`);a=new Int32Array(l.length);for(let c=0;c<l.length;c++){let m=l[c];a[c]=Math.round(m*p.scale+p.min)}}else throw new Error(`Unsupported dtype in weight '${t}': ${n}`);u+=s*i}else if(n==="string"){let p=de(r.shape);a=[];for(let i=0;i<p;i++){let l=new Uint32Array(e.slice(u,u+ro))[0];u+=ro;let c=new Uint8Array(e.slice(u,u+l));a.push(c),u+=l}}else{let p=mn[n];if(n==="float32")a=new Float32Array(e);else if(n==="int32")a=new Int32Array(e);else if(n==="bool")a=new Uint8Array(e);else if(n==="complex64"){a=new Float32Array(e);let i=new Float32Array(a.length/2),l=new Float32Array(a.length/2);for(let d=0;d<i.length;d++)i[d]=a[d*2],l[d]=a[d*2+1];let c=mt(i,o,"float32"),m=mt(l,o,"float32"),f=Lt(c,m);return c.dispose(),m.dispose(),f}else throw new Error(`Unsupported dtype in weight '${t}': ${n}`);u+=s*p}return mt(a,o,n)}async function sv(r,e,t){let n=new Uint8Array(e);for(;n.byteLength<t;){let{done:o,value:s}=await r.read();if(o&&s==null){let u=t-n.byteLength;throw new Error(`Reader is done but ${u} bytes are still expected`)}let a=new Uint8Array(n.length+s.byteLength);a.set(n,0),a.set(new Uint8Array(s),n.length),n=a}return n.buffer}async function Kl(r,e){let t={},n=r.getReader(),o=new ArrayBuffer(0);for(let s of e){let a=await pO(s,async(i,l)=>(o=await sv(n,o,l),o.slice(i,l)));o=await sv(n,o,a);let u=o.slice(0,a);o=o.slice(a);let p=uv(s,u);if(t[s.name]=p,Px()==="webgpu"){let i=ov();"uploadToGPU"in i&&de(p.shape)>=$().get("WEBGPU_CPU_HANDOFF_SIZE_THRESHOLD")&&i.uploadToGPU(p.dataId)}}return t}function lO(r){if(r===null)throw new Error(`Invalid input value: ${JSON.stringify(r)}`);let e=0,t=[];r.forEach(s=>{if(e+=s.byteLength,t.push(s.byteLength===s.buffer.byteLength?s:new s.constructor(s)),!(s instanceof Float32Array||s instanceof Int32Array||s instanceof Uint8Array))throw new Error(`Unsupported TypedArray subtype: ${s.constructor.name}`)});let n=new Uint8Array(e),o=0;return t.forEach(s=>{n.set(new Uint8Array(s.buffer),o),o+=s.byteLength}),n.buffer}var Mx=typeof Buffer<"u"&&(typeof Blob>"u"||typeof atob>"u"||typeof btoa>"u");function av(r){return Mx?Buffer.byteLength(r,"utf8"):new Blob([r]).size}function pv(r){if(Mx)return Buffer.from(r).toString("base64");let e=new Uint8Array(r),t="";for(let n=0,o=e.length;n<o;n++)t+=String.fromCharCode(e[n]);return btoa(t)}function lv(r){if(Mx){let n=Buffer.from(r,"base64");return n.buffer.slice(n.byteOffset,n.byteOffset+n.byteLength)}let e=atob(r),t=new Uint8Array(e.length);for(let n=0;n<e.length;++n)t.set([e.charCodeAt(n)],n);return t.buffer}function cv(r){return yt.join(r)}function Lx(r){for(r=r.trim();r.endsWith("/");)r=r.slice(0,r.length-1);let t=r.split("/");return t[t.length-1]}function jl(r,e){let t={modelTopology:r.modelTopology,format:r.format,generatedBy:r.generatedBy,convertedBy:r.convertedBy,weightsManifest:e};return r.signature!=null&&(t.signature=r.signature),r.userDefinedMetadata!=null&&(t.userDefinedMetadata=r.userDefinedMetadata),r.modelInitializer!=null&&(t.modelInitializer=r.modelInitializer),r.initializerSignature!=null&&(t.initializerSignature=r.initializerSignature),r.trainingConfig!=null&&(t.trainingConfig=r.trainingConfig),t}function Bx(r,e,t){let n={modelTopology:r.modelTopology,format:r.format,generatedBy:r.generatedBy,convertedBy:r.convertedBy};if(r.trainingConfig!=null&&(n.trainingConfig=r.trainingConfig),r.weightsManifest!=null){if(!e)throw new Error("modelJSON has weightsManifest but weightSpecs is null");if(!t)throw new Error("modelJSON has weightsManifest but weightData is null");n.weightSpecs=e,n.weightData=t}return r.signature!=null&&(n.signature=r.signature),r.userDefinedMetadata!=null&&(n.userDefinedMetadata=r.userDefinedMetadata),r.modelInitializer!=null&&(n.modelInitializer=r.modelInitializer),r.initializerSignature!=null&&(n.initializerSignature=r.initializerSignature),n}async function Ci(r,e){let t,n;return r.weightsManifest!=null&&([t,n]=await e(r.weightsManifest)),Bx(r,t,n)}function Lr(r){if(r.modelTopology instanceof ArrayBuffer)throw new Error("Expected JSON model topology, received ArrayBuffer.");return{dateSaved:new Date,modelTopologyType:"JSON",modelTopologyBytes:r.modelTopology==null?0:av(JSON.stringify(r.modelTopology)),weightSpecsBytes:r.weightSpecs==null?0:av(JSON.stringify(r.weightSpecs)),weightDataBytes:r.weightData==null?0:new yt(r.weightData).byteLength}}function Pu(r){let e=[];for(let t of r)e.push(...t.weights);return e}function cO(){let r=t=>{let n=t<<13,o=0;for(;(n&8388608)===0;)o-=8388608,n<<=1;return n&=-8388609,o+=947912704,n|o},e=new Uint32Array(2048);e[0]=0;for(let t=1;t<1024;t++)e[t]=r(t);for(let t=1024;t<2048;t++)e[t]=939524096+(t-1024<<13);return e}function mO(){let r=new Uint32Array(64);r[0]=0,r[31]=1199570944,r[32]=2147483648,r[63]=3347054592;for(let e=1;e<31;e++)r[e]=e<<23;for(let e=33;e<63;e++)r[e]=2147483648+(e-32<<23);return r}function fO(){let r=new Uint32Array(64);for(let e=0;e<64;e++)r[e]=1024;return r[0]=r[32]=0,r}function dO(){let r=cO(),e=mO(),t=fO();return n=>{let o=new ArrayBuffer(4*n.length),s=new Uint32Array(o);for(let a=0;a<n.length;a++){let u=n[a],p=r[t[u>>10]+(u&1023)]+e[u>>10];s[a]=p}return new Float32Array(o)}}var pt=class r{constructor(){this.saveRouters=[],this.loadRouters=[]}static getInstance(){return r.instance==null&&(r.instance=new r),r.instance}static registerSaveRouter(e){r.getInstance().saveRouters.push(e)}static registerLoadRouter(e){r.getInstance().loadRouters.push(e)}static getSaveHandlers(e){return r.getHandlers(e,"save")}static getLoadHandlers(e,t){return r.getHandlers(e,"load",t)}static getHandlers(e,t,n){let o=[];return(t==="load"?r.getInstance().loadRouters:r.getInstance().saveRouters).forEach(a=>{let u=a(e,n);u!==null&&o.push(u)}),o}},mv=r=>pt.registerSaveRouter(r),fv=r=>pt.registerLoadRouter(r),dv=r=>pt.getSaveHandlers(r),hv=(r,e)=>pt.getLoadHandlers(r,e);var Vx="tensorflowjs",Ux=1,Es="models_store",no="model_info_store";function gv(){if(!$().getBool("IS_BROWSER"))throw new Error("Failed to obtain IndexedDB factory because the current environmentis not a web browser.");let r=typeof window>"u"?self:window,e=r.indexedDB||r.mozIndexedDB||r.webkitIndexedDB||r.msIndexedDB||r.shimIndexedDB;if(e==null)throw new Error("The current browser does not appear to support IndexedDB.");return e}function Wx(r){let e=r.result;e.createObjectStore(Es,{keyPath:"modelPath"}),e.createObjectStore(no,{keyPath:"modelPath"})}var Br=class{constructor(e){if(this.indexedDB=gv(),e==null||!e)throw new Error("For IndexedDB, modelPath must not be null, undefined or empty.");this.modelPath=e}async save(e){if(e.modelTopology instanceof ArrayBuffer)throw new Error("BrowserLocalStorage.save() does not support saving model topology in binary formats yet.");return this.databaseAction(this.modelPath,e)}async load(){return this.databaseAction(this.modelPath)}databaseAction(e,t){return new Promise((n,o)=>{let s=this.indexedDB.open(Vx,Ux);s.onupgradeneeded=()=>Wx(s),s.onsuccess=()=>{let a=s.result;if(t==null){let u=a.transaction(Es,"readonly"),i=u.objectStore(Es).get(this.modelPath);i.onsuccess=()=>{if(i.result==null)return a.close(),o(new Error(`Cannot find model with path '${this.modelPath}' in IndexedDB.`));n(i.result.modelArtifacts)},i.onerror=l=>(a.close(),o(i.error)),u.oncomplete=()=>a.close()}else{t.weightData=yt.join(t.weightData);let u=Lr(t),p=a.transaction(no,"readwrite"),i=p.objectStore(no),l;try{l=i.put({modelPath:this.modelPath,modelArtifactsInfo:u})}catch(m){return o(m)}let c;l.onsuccess=()=>{c=a.transaction(Es,"readwrite");let m=c.objectStore(Es),f;try{f=m.put({modelPath:this.modelPath,modelArtifacts:t,modelArtifactsInfo:u})}catch(d){return o(d)}f.onsuccess=()=>n({modelArtifactsInfo:u}),f.onerror=d=>{i=p.objectStore(no);let g=i.delete(this.modelPath);g.onsuccess=()=>(a.close(),o(f.error)),g.onerror=h=>(a.close(),o(f.error))}},l.onerror=m=>(a.close(),o(l.error)),p.oncomplete=()=>{c==null?a.close():c.oncomplete=()=>a.close()}}},s.onerror=a=>o(s.error)})}};Br.URL_SCHEME="indexeddb://";var xv=r=>$().getBool("IS_BROWSER")&&!Array.isArray(r)&&r.startsWith(Br.URL_SCHEME)?hO(r.slice(Br.URL_SCHEME.length)):null;pt.registerSaveRouter(xv);pt.registerLoadRouter(xv);function hO(r){return new Br(r)}function gO(r){return r.startsWith(Br.URL_SCHEME)?r.slice(Br.URL_SCHEME.length):r}var Xl=class{constructor(){this.indexedDB=gv()}async listModels(){return new Promise((e,t)=>{let n=this.indexedDB.open(Vx,Ux);n.onupgradeneeded=()=>Wx(n),n.onsuccess=()=>{let o=n.result,s=o.transaction(no,"readonly"),u=s.objectStore(no).getAll();u.onsuccess=()=>{let p={};for(let i of u.result)p[i.modelPath]=i.modelArtifactsInfo;e(p)},u.onerror=p=>(o.close(),t(u.error)),s.oncomplete=()=>o.close()},n.onerror=o=>t(n.error)})}async removeModel(e){return e=gO(e),new Promise((t,n)=>{let o=this.indexedDB.open(Vx,Ux);o.onupgradeneeded=()=>Wx(o),o.onsuccess=()=>{let s=o.result,a=s.transaction(no,"readwrite"),u=a.objectStore(no),p=u.get(e),i;p.onsuccess=()=>{if(p.result==null)return s.close(),n(new Error(`Cannot find model with path '${e}' in IndexedDB.`));{let l=u.delete(e),c=()=>{i=s.transaction(Es,"readwrite");let f=i.objectStore(Es).delete(e);f.onsuccess=()=>t(p.result.modelArtifactsInfo),f.onerror=d=>n(p.error)};l.onsuccess=c,l.onerror=m=>(c(),s.close(),n(p.error))}},p.onerror=l=>(s.close(),n(p.error)),a.oncomplete=()=>{i==null?s.close():i.oncomplete=()=>s.close()}},o.onerror=s=>n(o.error)})}};var fn="/",Ni="tensorflowjs_models",yv="info",xO="model_topology",yO="weight_specs",bO="weight_data",wO="model_metadata";function bv(r){return{info:[Ni,r,yv].join(fn),topology:[Ni,r,xO].join(fn),weightSpecs:[Ni,r,yO].join(fn),weightData:[Ni,r,bO].join(fn),modelMetadata:[Ni,r,wO].join(fn)}}function wv(r){for(let e of Object.values(r))window.localStorage.removeItem(e)}function vO(r){let e=r.split(fn);if(e.length<3)throw new Error(`Invalid key format: ${r}`);return e.slice(1,e.length-1).join(fn)}function SO(r){return r.startsWith(Vr.URL_SCHEME)?r.slice(Vr.URL_SCHEME.length):r}var Vr=class{constructor(e){if(!$().getBool("IS_BROWSER")||typeof window>"u"||typeof window.localStorage>"u")throw new Error("The current environment does not support local storage.");if(this.LS=window.localStorage,e==null||!e)throw new Error("For local storage, modelPath must not be null, undefined or empty.");this.modelPath=e,this.keys=bv(this.modelPath)}async save(e){if(e.modelTopology instanceof ArrayBuffer)throw new Error("BrowserLocalStorage.save() does not support saving model topology in binary formats yet.");{let t=JSON.stringify(e.modelTopology),n=JSON.stringify(e.weightSpecs),o=Lr(e),s=yt.join(e.weightData);try{this.LS.setItem(this.keys.info,JSON.stringify(o)),this.LS.setItem(this.keys.topology,t),this.LS.setItem(this.keys.weightSpecs,n),this.LS.setItem(this.keys.weightData,pv(s));let a={format:e.format,generatedBy:e.generatedBy,convertedBy:e.convertedBy,signature:e.signature!=null?e.signature:void 0,userDefinedMetadata:e.userDefinedMetadata!=null?e.userDefinedMetadata:void 0,modelInitializer:e.modelInitializer!=null?e.modelInitializer:void 0,initializerSignature:e.initializerSignature!=null?e.initializerSignature:void 0,trainingConfig:e.trainingConfig!=null?e.trainingConfig:void 0};return this.LS.setItem(this.keys.modelMetadata,JSON.stringify(a)),{modelArtifactsInfo:o}}catch{throw wv(this.keys),new Error(`Failed to save model '${this.modelPath}' to local storage: size quota being exceeded is a possible cause of this failure: modelTopologyBytes=${o.modelTopologyBytes}, weightSpecsBytes=${o.weightSpecsBytes}, weightDataBytes=${o.weightDataBytes}.`)}}}async load(){let e=JSON.parse(this.LS.getItem(this.keys.info));if(e==null)throw new Error(`In local storage, there is no model with name '${this.modelPath}'`);if(e.modelTopologyType!=="JSON")throw new Error("BrowserLocalStorage does not support loading non-JSON model topology yet.");let t={},n=JSON.parse(this.LS.getItem(this.keys.topology));if(n==null)throw new Error(`In local storage, the topology of model '${this.modelPath}' is missing.`);t.modelTopology=n;let o=JSON.parse(this.LS.getItem(this.keys.weightSpecs));if(o==null)throw new Error(`In local storage, the weight specs of model '${this.modelPath}' are missing.`);t.weightSpecs=o;let s=this.LS.getItem(this.keys.modelMetadata);if(s!=null){let u=JSON.parse(s);t.format=u.format,t.generatedBy=u.generatedBy,t.convertedBy=u.convertedBy,u.signature!=null&&(t.signature=u.signature),u.userDefinedMetadata!=null&&(t.userDefinedMetadata=u.userDefinedMetadata),u.modelInitializer!=null&&(t.modelInitializer=u.modelInitializer),u.initializerSignature!=null&&(t.initializerSignature=u.initializerSignature),u.trainingConfig!=null&&(t.trainingConfig=u.trainingConfig)}let a=this.LS.getItem(this.keys.weightData);if(a==null)throw new Error(`In local storage, the binary weight values of model '${this.modelPath}' are missing.`);return t.weightData=lv(a),t}};Vr.URL_SCHEME="localstorage://";var vv=r=>$().getBool("IS_BROWSER")&&!Array.isArray(r)&&r.startsWith(Vr.URL_SCHEME)?IO(r.slice(Vr.URL_SCHEME.length)):null;pt.registerSaveRouter(vv);pt.registerLoadRouter(vv);function IO(r){return new Vr(r)}var Yl=class{constructor(){_($().getBool("IS_BROWSER"),()=>"Current environment is not a web browser"),_(typeof window>"u"||typeof window.localStorage<"u",()=>"Current browser does not appear to support localStorage"),this.LS=window.localStorage}async listModels(){let e={},t=Ni+fn,n=fn+yv;for(let o=0;o<this.LS.length;++o){let s=this.LS.key(o);if(s.startsWith(t)&&s.endsWith(n)){let a=vO(s);e[a]=JSON.parse(this.LS.getItem(s))}}return e}async removeModel(e){e=SO(e);let t=bv(e);if(this.LS.getItem(t.info)==null)throw new Error(`Cannot find model at path '${e}'`);let n=JSON.parse(this.LS.getItem(t.info));return wv(t),n}};var _i="://",$r=class r{constructor(){this.managers={}}static getInstance(){return r.instance==null&&(r.instance=new r),r.instance}static registerManager(e,t){_(e!=null,()=>"scheme must not be undefined or null."),e.endsWith(_i)&&(e=e.slice(0,e.indexOf(_i))),_(e.length>0,()=>"scheme must not be an empty string.");let n=r.getInstance();_(n.managers[e]==null,()=>`A model store manager is already registered for scheme '${e}'.`),n.managers[e]=t}static getManager(e){let t=r.getInstance().managers[e];if(t==null)throw new Error(`Cannot find model manager for scheme '${e}'`);return t}static getSchemes(){return Object.keys(r.getInstance().managers)}};function Ql(r){if(r.indexOf(_i)===-1)throw new Error(`The url string provided does not contain a scheme. Supported schemes are: ${$r.getSchemes().join(",")}`);return{scheme:r.split(_i)[0],path:r.split(_i)[1]}}async function Sv(r,e,t=!1){_(r!==e,()=>`Old path and new path are the same: '${r}'`);let n=pt.getLoadHandlers(r);_(n.length>0,()=>`Copying failed because no load handler is found for source URL ${r}.`),_(n.length<2,()=>`Copying failed because more than one (${n.length}) load handlers for source URL ${r}.`);let o=n[0],s=pt.getSaveHandlers(e);_(s.length>0,()=>`Copying failed because no save handler is found for destination URL ${e}.`),_(s.length<2,()=>`Copying failed because more than one (${n.length}) save handlers for destination URL ${e}.`);let a=s[0],u=Ql(r).scheme,p=Ql(r).path,i=u===Ql(r).scheme,l=await o.load();t&&i&&await $r.getManager(u).removeModel(p);let c=await a.save(l);return t&&!i&&await $r.getManager(u).removeModel(p),c.modelArtifactsInfo}async function Iv(){let r=$r.getSchemes(),e={};for(let t of r){let n=await $r.getManager(t).listModels();for(let o in n){let s=t+_i+o;e[s]=n[o]}}return e}async function Cv(r){let e=Ql(r);return $r.getManager(e.scheme).removeModel(e.path)}async function Nv(r,e){return Sv(r,e,!1)}async function _v(r,e){return Sv(r,e,!0)}var Gx=class{constructor(){this.messageName="setTimeoutCustom",this.functionRefs=[],this.handledMessageCount=0,this.hasEventListener=!1}fetch(e,t){return fetch(e,t)}now(){return performance.now()}encode(e,t){if(t!=="utf-8"&&t!=="utf8")throw new Error(`Browser's encoder only supports utf-8, but got ${t}`);return this.textEncoder==null&&(this.textEncoder=new TextEncoder),this.textEncoder.encode(e)}decode(e,t){return new TextDecoder(t).decode(e)}setTimeoutCustom(e,t){if(typeof window>"u"||!$().getBool("USE_SETTIMEOUTCUSTOM")){setTimeout(e,t);return}this.functionRefs.push(e),setTimeout(()=>{window.postMessage({name:this.messageName,index:this.functionRefs.length-1},"*")},t),this.hasEventListener||(this.hasEventListener=!0,window.addEventListener("message",n=>{if(n.source===window&&n.data.name===this.messageName){n.stopPropagation();let o=this.functionRefs[n.data.index];o(),this.handledMessageCount++,this.handledMessageCount===this.functionRefs.length&&(this.functionRefs=[],this.handledMessageCount=0)}},!0))}isTypedArray(e){return Pl(e)}};if($().get("IS_BROWSER")){$().setPlatform("browser",new Gx);try{$r.registerManager(Vr.URL_SCHEME,new Yl)}catch{}try{$r.registerManager(Br.URL_SCHEME,new Xl)}catch{}}var CO={importFetch:()=>Tv()},zx;var Hx=class{constructor(){this.util=kv(),this.textEncoder=new this.util.TextEncoder}fetch(e,t){return $().global.fetch!=null?$().global.fetch(e,t):(zx==null&&(zx=CO.importFetch()),zx(e,t))}now(){let e=process.hrtime();return e[0]*1e3+e[1]/1e6}encode(e,t){if(t!=="utf-8"&&t!=="utf8")throw new Error(`Node built-in encoder only supports utf-8, but got ${t}`);return this.textEncoder.encode(e)}decode(e,t){return e.length===0?"":new this.util.TextDecoder(t).decode(e)}isTypedArray(e){return this.util.types.isFloat32Array(e)||this.util.types.isInt32Array(e)||this.util.types.isUint8Array(e)||this.util.types.isUint8ClampedArray(e)}};$().get("IS_NODE")&&!$().get("IS_BROWSER")&&$().setPlatform("node",new Hx);function he(r,e="float32",t){return e=e||"float32",Me(r),new lr(r,e,t)}function NO(r,e){let t=w(r,"x","cast");if(!px(e))throw new Error(`Failed to cast to unknown dtype ${e}`);if(e==="string"&&t.dtype!=="string"||e!=="string"&&t.dtype==="string")throw new Error("Only strings can be casted to strings");let n={x:t},o={dtype:e};return C.runKernel(sn,n,o)}var Ie=S({cast_:NO});function _O(r){let t={x:w(r,"x","clone","string_or_numeric")};return C.runKernel(an,t)}var er=S({clone_:_O});function Zl(r,e=!1){console.log(r.toString(e))}Rx();var TO={buffer:he,cast:Ie,clone:er,print:Zl};Qw(TO);function kO(r,e){let t=w(r,"a","add"),n=w(e,"b","add");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel("Add",o)}var Y=S({add_:kO});function EO(r,e){let t=w(r,"a","floorDiv"),n=w(e,"b","floorDiv");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel(On,o)}var Jl=S({floorDiv_:EO});function $O(r,e){let t=w(r,"a","div"),n=w(e,"b","div");if([t,n]=me(t,n),t.dtype==="int32"&&n.dtype==="int32")return Jl(t,n);let o={a:t,b:n},s={};return C.runKernel(Da,o,s)}var ye=S({div_:$O});function AO(r,e){let t=w(r,"a","mul"),n=w(e,"b","mul");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel(Wn,o)}var V=S({mul_:AO});function RO(r){let e=w(r,"x","abs");if(e.dtype==="complex64"){let t={x:e};return C.runKernel(wl,t)}else{let t={x:e};return C.runKernel("Abs",t)}}var ft=S({abs_:RO});function DO(r){let t={x:w(r,"x","acos")};return C.runKernel(xa,t)}var Ev=S({acos_:DO});function FO(r){let t={x:w(r,"x","acosh")};return C.runKernel(ya,t)}var $v=S({acosh_:FO});function OO(r){_(Array.isArray(r),()=>"The argument passed to tf.addN() must be a list of tensors"),_(r.length>=1,()=>`Must pass at least one tensor to tf.addN(), but got ${r.length}`);let e=r.map((o,s)=>w(o,`tensors${s}`,"addN")),t=e[0];e.forEach(o=>{if(o.dtype!==t.dtype)throw new Error("All tensors passed to tf.addN() must have the same dtype")}),e.forEach(o=>{if(!Qt(o.shape,t.shape))throw new Error("All tensors passed to tf.addN() must have the same shape")});let n=e;return C.runKernel(Ao,n)}var Av=S({addN_:OO});function PO(r,e=null,t=!1){let o={x:w(r,"x","all","bool")},s={axis:e,keepDims:t};return C.runKernel("All",o,s)}var Rv=S({all_:PO});function MO(r,e=null,t=!1){let o={x:w(r,"x","any","bool")},s={axis:e,keepDims:t};return C.runKernel("Any",o,s)}var Dv=S({any_:MO});function LO(r,e=0){let n={x:w(r,"x","argMax")},o={axis:e};return C.runKernel(ba,n,o)}var Fv=S({argMax_:LO});function BO(r,e=0){let n={x:w(r,"x","argMin")},o={axis:e};return C.runKernel(wa,n,o)}var Ov=S({argMin_:BO});function VO(r){let t={x:w(r,"x","asin")};return C.runKernel(va,t)}var Pv=S({asin_:VO});function UO(r){let t={x:w(r,"x","asinh")};return C.runKernel(Sa,t)}var Mv=S({asinh_:UO});function WO(r){let t={x:w(r,"x","atan")};return C.runKernel(Ia,t)}var Lv=S({atan_:WO});function GO(r,e){let t=w(r,"a","atan2"),n=w(e,"b","atan2");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel(Na,o)}var Bv=S({atan2_:GO});function zO(r){let t={x:w(r,"x","atanh")};return C.runKernel(Ca,t)}var Vv=S({atanh_:zO});function HO(r,e,t,n,o="NHWC",s){let a=r[3],u=[...e,a],p=Wv(o);return As(r,u,t,s,n,null,null,p)}function Kx(r,e,t,n,o,s,a="channelsLast"){let[u,p]=Bu(e),i;if(a==="channelsLast")i=[u,p,r[3],r[3]];else if(a==="channelsFirst")i=[u,p,r[1],r[1]];else throw new Error(`Unknown dataFormat ${a}`);return As(r,i,t,n,o,s,!1,a)}function qO(r,e,t,n,o,s,a="NDHWC"){let[u,p,i]=qx(e),l,c;if(a==="NDHWC")c="channelsLast",l=[u,p,i,r[4],r[4]];else if(a==="NCDHW")c="channelsFirst",l=[u,p,i,r[1],r[1]];else throw new Error(`Unknown dataFormat ${a}`);return Uv(r,l,t,n,o,!1,c,s)}function As(r,e,t,n,o,s,a=!1,u="channelsLast"){let[p,i,l,c]=[-1,-1,-1,-1];if(u==="channelsLast")[p,i,l,c]=r;else if(u==="channelsFirst")[p,c,i,l]=r;else throw new Error(`Unknown dataFormat ${u}`);let[m,f,,d]=e,[g,h]=Bu(t),[x,v]=Bu(n),I=ki(m,x),T=ki(f,v),{padInfo:E,outHeight:A,outWidth:R}=XO(o,i,l,g,h,I,T,s,u),O=a?d*c:d,M;return u==="channelsFirst"?M=[p,O,A,R]:u==="channelsLast"&&(M=[p,A,R,O]),{batchSize:p,dataFormat:u,inHeight:i,inWidth:l,inChannels:c,outHeight:A,outWidth:R,outChannels:O,padInfo:E,strideHeight:g,strideWidth:h,filterHeight:m,filterWidth:f,effectiveFilterHeight:I,effectiveFilterWidth:T,dilationHeight:x,dilationWidth:v,inShape:r,outShape:M,filterShape:e}}function Uv(r,e,t,n,o,s=!1,a="channelsLast",u){let[p,i,l,c,m]=[-1,-1,-1,-1,-1];if(a==="channelsLast")[p,i,l,c,m]=r;else if(a==="channelsFirst")[p,m,i,l,c]=r;else throw new Error(`Unknown dataFormat ${a}`);let[f,d,g,,h]=e,[x,v,I]=qx(t),[T,E,A]=qx(n),R=ki(f,T),O=ki(d,E),M=ki(g,A),{padInfo:L,outDepth:U,outHeight:z,outWidth:J}=YO(o,i,l,c,x,v,I,R,O,M,u),ae=s?h*m:h,ue;return a==="channelsFirst"?ue=[p,ae,U,z,J]:a==="channelsLast"&&(ue=[p,U,z,J,ae]),{batchSize:p,dataFormat:a,inDepth:i,inHeight:l,inWidth:c,inChannels:m,outDepth:U,outHeight:z,outWidth:J,outChannels:ae,padInfo:L,strideDepth:x,strideHeight:v,strideWidth:I,filterDepth:f,filterHeight:d,filterWidth:g,effectiveFilterDepth:R,effectiveFilterHeight:O,effectiveFilterWidth:M,dilationDepth:T,dilationHeight:E,dilationWidth:A,inShape:r,outShape:ue,filterShape:e}}function KO(r,e,t,n,o){n==null&&(n=jx(r,e,t));let s=r[0],a=r[1],u=Vu((s-e+2*n)/t+1,o),p=Vu((a-e+2*n)/t+1,o);return[u,p]}function jO(r,e,t,n,o,s){o==null&&(o=jx(r,e[0],n[0]));let a=[0,0,0,t];for(let u=0;u<3;u++)r[u]+2*o>=e[u]&&(a[u]=Vu((r[u]-e[u]+2*o)/n[u]+1,s));return a}function jx(r,e,t,n=1){let o=ki(e,n);return Math.floor((r[0]*(t-1)-t+o)/2)}function Bu(r){return typeof r=="number"?[r,r,r]:r.length===2?[r[0],r[1],1]:r}function qx(r){return typeof r=="number"?[r,r,r]:r}function ki(r,e){return e<=1?r:r+(r-1)*(e-1)}function XO(r,e,t,n,o,s,a,u,p){let i,l,c;if(typeof r=="number"){i={top:r,bottom:r,left:r,right:r,type:r===0?"VALID":"NUMBER"};let f=KO([e,t],s,n,r,u);l=f[0],c=f[1]}else if(r==="same"){l=Math.ceil(e/n),c=Math.ceil(t/o);let m=Math.max(0,(l-1)*n+s-e),f=Math.max(0,(c-1)*o+a-t),d=Math.floor(m/2),g=m-d,h=Math.floor(f/2),x=f-h;i={top:d,bottom:g,left:h,right:x,type:"SAME"}}else if(r==="valid")i={top:0,bottom:0,left:0,right:0,type:"VALID"},l=Math.ceil((e-s+1)/n),c=Math.ceil((t-a+1)/o);else if(typeof r=="object"){let m=p==="channelsLast"?r[1][0]:r[2][0],f=p==="channelsLast"?r[1][1]:r[2][1],d=p==="channelsLast"?r[2][0]:r[3][0],g=p==="channelsLast"?r[2][1]:r[3][1];i={top:m,bottom:f,left:d,right:g,type:m===0&&f===0&&d===0&&g===0?"VALID":"EXPLICIT"},l=Vu((e-s+m+f)/n+1,u),c=Vu((t-a+d+g)/o+1,u)}else throw Error(`Unknown padding parameter: ${r}`);return{padInfo:i,outHeight:l,outWidth:c}}function YO(r,e,t,n,o,s,a,u,p,i,l){let c,m,f,d;if(r==="valid"&&(r=0),typeof r=="number"){c={top:r,bottom:r,left:r,right:r,front:r,back:r,type:r===0?"VALID":"NUMBER"};let h=jO([e,t,n,1],[u,p,i],1,[o,s,a],r,l);m=h[0],f=h[1],d=h[2]}else if(r==="same"){m=Math.ceil(e/o),f=Math.ceil(t/s),d=Math.ceil(n/a);let g=(m-1)*o+u-e,h=(f-1)*s+p-t,x=(d-1)*a+i-n,v=Math.floor(g/2),I=g-v,T=Math.floor(h/2),E=h-T,A=Math.floor(x/2),R=x-A;c={top:T,bottom:E,left:A,right:R,front:v,back:I,type:"SAME"}}else throw Error(`Unknown padding parameter: ${r}`);return{padInfo:c,outDepth:m,outHeight:f,outWidth:d}}function Vu(r,e){if(!e)return Math.trunc(r);switch(e){case"round":return Math.round(r);case"ceil":return Math.ceil(r);case"floor":return Math.floor(r);default:throw new Error(`Unknown roundingMode ${e}`)}}function $s(r){let[e,t,n]=Bu(r);return e===1&&t===1&&n===1}function kt(r,e){return $s(r)||$s(e)}function Ur(r){return Bu(r).every(e=>e>0)}function Wv(r){if(r==="NHWC")return"channelsLast";if(r==="NCHW")return"channelsFirst";throw new Error(`Unknown dataFormat ${r}`)}function Je(r,e,t){if(t!=null){if(typeof e=="string")throw Error(`Error in ${r}: pad must be an integer when using dimRoundingMode ${t} but got pad ${e}.`);if(typeof e=="number")_(on(e),()=>`Error in ${r}: pad must be an integer when using dimRoundingMode ${t} but got pad ${e}.`);else if(typeof e=="object")e.forEach(n=>{n.forEach(o=>{_(on(o),()=>`Error in ${r}: pad must be an integer when using dimRoundingMode ${t} but got pad ${o}.`)})});else throw Error(`Error in ${r}: Unknown padding parameter: ${e}`)}}function QO(r,e){let n={x:w(r,"x","reshape","string_or_numeric")},o={shape:e};return C.runKernel(Qa,n,o)}var F=S({reshape_:QO});function ZO(r,e,t,n,o){let s=w(r,"x","avgPool","float32"),a=1;_(kt(t,a),()=>`Error in avgPool: Either strides or dilations must be 1. Got strides ${t} and dilations '${a}'`);let u=s,p=!1;s.rank===3&&(p=!0,u=F(s,[1,s.shape[0],s.shape[1],s.shape[2]])),_(u.rank===4,()=>`Error in avgPool: x must be rank 4 but got rank ${u.rank}.`),Je("avgPool",n,o);let i={x:u},l={filterSize:e,strides:t,pad:n,dimRoundingMode:o},c=C.runKernel(Ro,i,l);return c=Ie(c,s.dtype),p?F(c,[c.shape[1],c.shape[2],c.shape[3]]):c}var ec=S({avgPool_:ZO});function JO(r,e,t,n,o,s="NDHWC"){let a=w(r,"x","avgPool3d","float32"),u=a,p=!1;a.rank===4&&(p=!0,u=F(a,[1,a.shape[0],a.shape[1],a.shape[2],a.shape[3]])),_(u.rank===5,()=>`Error in avgPool3d: x must be rank 5 but got rank ${u.rank}.`),_(s==="NDHWC",()=>`Error in avgPool3d: Only NDHWC is currently supported, but got dataFormat of ${s}`),_(typeof t=="number"&&t>0||Array.isArray(t)&&t[0]>0&&t[1]>0&&t[2]>0,()=>`Error in avgPool3d: Stride must be > 0, but got '${t}'`),Je("avgPool3d",n,o);let i={x:u},l={filterSize:e,strides:t,pad:n,dimRoundingMode:o,dataFormat:s},c=C.runKernel(_a,i,l);return c=Ie(c,u.dtype),p?F(c,[c.shape[1],c.shape[2],c.shape[3],c.shape[4]]):c}var Gv=S({avgPool3d_:JO});function eP(r,e=0){_(r.length>=1,()=>"Pass at least one tensor to concat");let t=ks(r,"tensors","concat","string_or_numeric");if(t[0].dtype==="complex64"&&t.forEach(s=>{if(s.dtype!=="complex64")throw new Error(`Cannot concatenate complex64 tensors with a tensor
          with dtype ${s.dtype}. `)}),t.length===1)return er(t[0]);let n=t,o={axis:e};return C.runKernel(Ea,n,o)}var Fe=S({concat_:eP});function tP(r,e,t=!1,n=!1){let o=w(r,"a","matMul"),s=w(e,"b","matMul");[o,s]=me(o,s);let a={a:o,b:s},u={transposeA:t,transposeB:n};return C.runKernel(Do,a,u)}var Ce=S({matMul_:tP});function rP(r){let t={x:w(r,"x","sigmoid","float32")};return C.runKernel(qn,t)}var Gr=S({sigmoid_:rP});function nP(r,e,t){let n=w(r,"x","slice","string_or_numeric");if(n.rank===0)throw new Error("Slicing scalar is not possible");let o={x:n},s={begin:e,size:t};return C.runKernel(fs,o,s)}var be=S({slice_:nP});function oP(r){let t={x:w(r,"x","tanh","float32")};return C.runKernel(di,t)}var Uu=S({tanh_:oP});function sP(r,e,t,n,o,s){let a=w(r,"forgetBias","basicLSTMCell"),u=w(e,"lstmKernel","basicLSTMCell"),p=w(t,"lstmBias","basicLSTMCell"),i=w(n,"data","basicLSTMCell"),l=w(o,"c","basicLSTMCell"),c=w(s,"h","basicLSTMCell"),m=Fe([i,c],1),f=Ce(m,u),d=Y(f,p),g=d.shape[0],h=d.shape[1]/4,x=[g,h],v=be(d,[0,0],x),I=be(d,[0,h],x),T=be(d,[0,h*2],x),E=be(d,[0,h*3],x),A=Y(V(Gr(v),Uu(I)),V(l,Gr(Y(a,T)))),R=V(Uu(A),Gr(E));return[A,R]}var zv=S({basicLSTMCell_:sP});function aP(r,e,t){let n=w(r,"x","batchToSpaceND"),o=e.reduce((u,p)=>u*p);_(n.rank>=1+e.length,()=>`input rank is ${n.rank} but should be > than blockShape.length ${e.length}`),_(t.length===e.length,()=>`crops.length is ${t.length} but should be equal to blockShape.length  ${e.length}`),_(n.shape[0]%o===0,()=>`input tensor batch is ${n.shape[0]} but is not divisible by the product of the elements of blockShape ${e.join(" * ")} === ${o}`);let s={x:n},a={blockShape:e,crops:t};return C.runKernel(Ta,s,a)}var tc=S({batchToSpaceND_:aP});function Hv(r){let e;return r.rank===0||r.rank===1?e=F(r,[1,1,1,r.size]):r.rank===2?e=F(r,[1,1,r.shape[0],r.shape[1]]):r.rank===3?e=F(r,[1,r.shape[0],r.shape[1],r.shape[2]]):e=r,e}function iP(r,e,t,n,o,s){s==null&&(s=.001);let a=w(r,"x","batchNorm"),u=w(e,"mean","batchNorm"),p=w(t,"variance","batchNorm"),i;o!=null&&(i=w(o,"scale","batchNorm"));let l;n!=null&&(l=w(n,"offset","batchNorm")),_(u.rank===p.rank,()=>"Batch normalization gradient requires mean and variance to have equal ranks."),_(l==null||u.rank===l.rank,()=>"Batch normalization gradient requires mean and offset to have equal ranks."),_(i==null||u.rank===i.rank,()=>"Batch normalization gradient requires mean and scale to have equal ranks.");let m={x:Hv(a),scale:i,offset:l,mean:u,variance:p},f={varianceEpsilon:s},d=C.runKernel(Ko,m,f);return F(d,a.shape)}var oo=S({batchNorm_:iP});function uP(r,e,t,n,o,s){let a=w(r,"x","batchNorm"),u=w(e,"mean","batchNorm"),p=w(t,"variance","batchNorm"),i;o!=null&&(i=w(o,"scale","batchNorm"));let l;return n!=null&&(l=w(n,"offset","batchNorm")),_(a.rank===2,()=>`Error in batchNorm2D: x must be rank 2 but got rank ${a.rank}.`),_(u.rank===2||u.rank===1,()=>`Error in batchNorm2D: mean must be rank 2 or rank 1 but got rank ${u.rank}.`),_(p.rank===2||p.rank===1,()=>`Error in batchNorm2D: variance must be rank 2 or rank 1 but got rank ${p.rank}.`),i!=null&&_(i.rank===2||i.rank===1,()=>`Error in batchNorm2D: scale must be rank 2 or rank 1 but got rank ${i.rank}.`),l!=null&&_(l.rank===2||l.rank===1,()=>`Error in batchNorm2D: offset must be rank 2 or rank 1 but got rank ${l.rank}.`),oo(a,u,p,l,i,s)}var qv=S({batchNorm2d_:uP});function pP(r,e,t,n,o,s){let a=w(r,"x","batchNorm"),u=w(e,"mean","batchNorm"),p=w(t,"variance","batchNorm"),i;o!=null&&(i=w(o,"scale","batchNorm"));let l;return n!=null&&(l=w(n,"offset","batchNorm")),_(a.rank===3,()=>`Error in batchNorm3D: x must be rank 3 but got rank ${a.rank}.`),_(u.rank===3||u.rank===1,()=>`Error in batchNorm3D: mean must be rank 3 or rank 1 but got rank ${u.rank}.`),_(p.rank===3||p.rank===1,()=>`Error in batchNorm3D: variance must be rank 3 or rank 1 but got rank ${p.rank}.`),i!=null&&_(i.rank===3||i.rank===1,()=>`Error in batchNorm3D: scale must be rank 3 or rank 1 but got rank ${i.rank}.`),l!=null&&_(l.rank===3||l.rank===1,()=>`Error in batchNorm3D: offset must be rank 3 or rank 1 but got rank ${l.rank}.`),oo(a,u,p,l,i,s)}var Kv=S({batchNorm3d_:pP});function lP(r,e,t,n,o,s){let a=w(r,"x","batchNorm"),u=w(e,"mean","batchNorm"),p=w(t,"variance","batchNorm"),i;o!=null&&(i=w(o,"scale","batchNorm"));let l;return n!=null&&(l=w(n,"offset","batchNorm")),_(a.rank===4,()=>`Error in batchNorm4D: x must be rank 4 but got rank ${a.rank}.`),_(u.rank===4||u.rank===1,()=>`Error in batchNorm4D: mean must be rank 4 or rank 1 but got rank ${u.rank}.`),_(p.rank===4||p.rank===1,()=>`Error in batchNorm4D: variance must be rank 4 or rank 1 but got rank ${p.rank}.`),i!=null&&_(i.rank===4||i.rank===1,()=>`Error in batchNorm4D: scale must be rank 4 or rank 1 but got rank ${i.rank}.`),l!=null&&_(l.rank===4||l.rank===1,()=>`Error in batchNorm4D: offset must be rank 4 or rank 1 but got rank ${l.rank}.`),oo(a,u,p,l,i,s)}var jv=S({batchNorm4d_:lP});function cP(r,e,t){let n=w(r,"x","bincount"),o=w(e,"weights","bincount");_(n.dtype==="int32",()=>`Error in bincount: input dtype must be int32, but got ${n.dtype}`),_(t>=0,()=>`size must be non-negative, but got ${t}.`),_(o.size===n.size||o.size===0,()=>`Error in bincount: weights must have the same size as input or0-length, but got input shape: ${n.shape}, weights shape: ${o.shape}.`);let s={x:n,weights:o},a={size:t};return C.runKernel(Fo,s,a)}var rc=S({bincount_:cP});function mP(r,e){let t=w(r,"x","bitwiseAnd"),n=w(e,"y","bitwiseAnd");if(!Qt(t.shape,n.shape))throw new Error(`BitwiseAnd: Tensors must have the same shape. x: ${t.shape}, y: ${n.shape}`);if(t.dtype!=="int32"||n.dtype!=="int32")throw new Error(`BitwiseAnd: Only supports 'int32' values in tensor, found type of x: ${t.dtype} and type of y: ${n.dtype}`);let o={a:t,b:n};return C.runKernel($n,o)}var Xv=S({bitwiseAnd_:mP});function fP(r,e){let t=w(r,"s0","broadcastArgs","int32"),n=w(e,"s1","broadcastArgs","int32");if(t.rank!==1)throw new Error(`broadcastArgs(): first input must be a vector (rank=1). Has rank ${t.rank}`);if(n.rank!==1)throw new Error(`broadcastArgs(): second input must be a vector (rank=1). Has rank ${n.rank}`);let o={s0:t,s1:n};return C.runKernel(ka,o)}var Yv=S({broadcastArgs_:fP});function dP(r,e){let t=w(r,"broadcastTo","x"),n=t.shape;if(Me(e),e.length<t.rank)throw new Error(`broadcastTo(): shape.length=${e.length} < input.rank=${t.rank}.`);if(e.length>t.rank){let i=t.shape.slice();for(;i.length<e.length;)i.unshift(1);t=F(t,i)}let o=t.shape,s=Array.from(e);for(let i=e.length-1;i>=0;i--)if(o[i]===e[i])s[i]=1;else if(t.shape[i]!==1)throw new Error(`broadcastTo(): [${n}] cannot be broadcast to [${e}].`);if(s.map((i,l)=>i>1?l:-1).filter(i=>i>=0).length===0)return er(t);let u={x:t},p={reps:s};return C.runKernel(un,u,p)}var so=S({broadcastTo_:dP});function hP(r){let t={x:w(r,"x","ceil","float32")};return C.runKernel(An,t)}var Qv=S({ceil_:hP});function zr(r,e,t){Me(r),t=t||En(e);let n={shape:r,value:e,dtype:t};return C.runKernel(Oa,{},n)}function gP(r,e,t){let n=w(r,"x","clipByValue");if(_(e<=t,()=>`Error in clip: min (${e}) must be less than or equal to max (${t}).`),e===t)return zr(n.shape,e,n.dtype);let o={x:n},s={clipValueMin:e,clipValueMax:t};return C.runKernel(Oo,o,s)}var Zv=S({clipByValue_:gP});function xP(r){return Fe(r,0)}var Jv=S({concat1d_:xP});function yP(r,e){return Fe(r,e)}var eS=S({concat2d_:yP});function bP(r,e){return Fe(r,e)}var tS=S({concat3d_:bP});function wP(r,e){return Fe(r,e)}var rS=S({concat4d_:wP});function vP(r,e,t,n,o="NHWC",s=[1,1],a){let u=w(r,"x","conv2d","float32"),p=w(e,"filter","conv2d","float32"),i=u,l=!1;u.rank===3&&(l=!0,i=F(u,[1,u.shape[0],u.shape[1],u.shape[2]])),_(i.rank===4,()=>`Error in conv2d: input must be rank 4, but got rank ${i.rank}.`),_(p.rank===4,()=>`Error in conv2d: filter must be rank 4, but got rank ${p.rank}.`),Je("conv2d",n,a);let c=o==="NHWC"?i.shape[3]:i.shape[1];_(c===p.shape[2],()=>`Error in conv2d: depth of input (${c}) must match input depth for filter ${p.shape[2]}.`),_(kt(t,s),()=>`Error in conv2D: Either strides or dilations must be 1. Got strides ${t} and dilations '${s}'`),_(Ur(s),()=>"Error in conv2D: Dilated rates should be larger than 0."),_(Ur(t),()=>"Error in conv2D: Strides should be larger than 0.");let m={x:i,filter:p},f={strides:t,pad:n,dataFormat:o,dilations:s,dimRoundingMode:a},d=C.runKernel(Po,m,f);return l?F(d,[d.shape[1],d.shape[2],d.shape[3]]):d}var ao=S({conv2d_:vP});function SP(r,e,t,n,o="NWC",s=1,a){let u=w(r,"x","conv1d"),p=w(e,"filter","conv1d"),i=u,l=!1;u.rank===2&&(l=!0,i=F(u,[1,u.shape[0],u.shape[1]])),_(i.rank===3,()=>`Error in conv1d: input must be rank 3, but got rank ${i.rank}.`),_(p.rank===3,()=>`Error in conv1d: filter must be rank 3, but got rank ${p.rank}.`),Je("conv1d",n,a),_(i.shape[2]===p.shape[1],()=>`Error in conv1d: depth of input (${i.shape[2]}) must match input depth for filter ${p.shape[1]}.`),_(kt(t,s),()=>`Error in conv1D: Either stride or dilation must be 1. Got stride ${t} and dilation '${s}'`),_(Ur(s),()=>"Error in conv1D: Dilated rates should be larger than 0."),_(Ur(t),()=>"Error in conv1D: Stride should be larger than 0."),_(o==="NWC",()=>`Error in conv1d: got dataFormat of ${o} but only NWC is currently supported.`);let c=F(p,[1,p.shape[0],p.shape[1],p.shape[2]]),m=F(i,[i.shape[0],1,i.shape[1],i.shape[2]]),h=ao(m,c,[1,t],n,"NHWC",[1,s],a);return l?F(h,[h.shape[2],h.shape[3]]):F(h,[h.shape[0],h.shape[2],h.shape[3]])}var nS=S({conv1d_:SP});function IP(r,e,t,n,o,s="NHWC",a){_(r.length===e.rank,()=>`Length of inShape (${r.length}) and rank of dy (${e.rank}) must match`);let u=r,p=e,i=!1;e.rank===3&&(i=!0,p=F(e,[1,e.shape[0],e.shape[1],e.shape[2]]),u=[1,r[0],r[1],r[2]]),_(u.length===4,()=>`Error in conv2dDerInput: inShape must be length 4, but got length ${u.length}.`),_(p.rank===4,()=>`Error in conv2dDerInput: dy must be rank 4, but got rank ${p.rank}`),_(t.rank===4,()=>`Error in conv2dDerInput: filter must be rank 4, but got rank ${t.rank}`);let l=s==="NHWC"?u[3]:u[1],c=s==="NHWC"?p.shape[3]:p.shape[1];_(l===t.shape[2],()=>`Error in conv2dDerInput: depth of input (${l}) must match input depth for filter ${t.shape[2]}.`),_(c===t.shape[3],()=>`Error in conv2dDerInput: depth of output (${c}) must match output depth for filter ${t.shape[3]}.`),Je("conv2dDerInput",o,a);let m={dy:p,filter:t},f={strides:n,pad:o,dataFormat:s,dimRoundingMode:a,inputShape:u},d=C.runKernel(Mo,m,f);return i?F(d,[d.shape[1],d.shape[2],d.shape[3]]):d}var nc=S({conv2DBackpropInput_:IP});function CP(r,e,t,n,o,s){let a=w(r,"x","conv2dTranspose"),u=w(e,"filter","conv2dTranspose");return nc(t,a,u,n,o,"NHWC",s)}var oS=S({conv2dTranspose_:CP});function NP(r,e,t,n,o="NDHWC",s=[1,1,1]){let a=w(r,"x","conv3d"),u=w(e,"filter","conv3d"),p=a,i=!1;a.rank===4&&(i=!0,p=F(a,[1,a.shape[0],a.shape[1],a.shape[2],a.shape[3]])),_(p.rank===5,()=>`Error in conv3d: input must be rank 5, but got rank ${p.rank}.`),_(u.rank===5,()=>`Error in conv3d: filter must be rank 5, but got rank ${u.rank}.`),_(p.shape[4]===u.shape[3],()=>`Error in conv3d: depth of input (${p.shape[4]}) must match input depth for filter ${u.shape[3]}.`),_(kt(t,s),()=>`Error in conv3D: Either strides or dilations must be 1. Got strides ${t} and dilations '${s}'`),_(o==="NDHWC",()=>`Error in conv3d: got dataFormat of ${o} but only NDHWC is currently supported.`),_(Ur(s),()=>"Error in conv3D: Dilated rates should be larger than 0."),_(Ur(t),()=>"Error in conv3D: Strides should be larger than 0.");let l={x:p,filter:u},c={strides:t,pad:n,dataFormat:o,dilations:s},m=C.runKernel(Lo,l,c);return i?F(m,[m.shape[1],m.shape[2],m.shape[3],m.shape[4]]):m}var sS=S({conv3d_:NP});function _P(r,e,t,n,o){_(r.length===e.rank,()=>`Length of inShape (${r.length}) and rank of dy (${e.rank}) must match`);let s=r,a=e,u=!1;e.rank===4&&(u=!0,a=F(e,[1,e.shape[0],e.shape[1],e.shape[2],e.shape[3]]),s=[1,r[0],r[1],r[2],r[3]]);let p=s[4],i=a.shape[4];_(s.length===5,()=>`Error in conv3dDerInput: inShape must be length 5, but got length ${s.length}.`),_(a.rank===5,()=>`Error in conv3dDerInput: dy must be rank 5, but got rank ${a.rank}`),_(t.rank===5,()=>`Error in conv3dDerInput: filter must be rank 5, but got rank ${t.rank}`),_(p===t.shape[3],()=>`Error in conv3dDerInput: depth of input (${p}) must match input depth for filter ${t.shape[3]}.`),_(i===t.shape[4],()=>`Error in conv3dDerInput: depth of output (${i}) must match output depth for filter ${t.shape[4]}.`);let l={dy:a,filter:t},c={pad:o,strides:n,inputShape:s},m=C.runKernel(Bo,l,c);return u?F(m,[m.shape[1],m.shape[2],m.shape[3],m.shape[4]]):m}var aS=S({conv3DBackpropInput_:_P});function TP(r,e,t,n,o){let s=w(r,"x","conv3dTranspose"),a=w(e,"filter","conv3dTranspose");return aS(t,s,a,n,o)}var iS=S({conv3dTranspose_:TP});function kP(r){let t={x:w(r,"x","cos","float32")};return C.runKernel("Cos",t)}var uS=S({cos_:kP});function EP(r){let t={x:w(r,"x","cosh","float32")};return C.runKernel($a,t)}var pS=S({cosh_:EP});function $P(r,e=0,t=!1,n=!1){let s={x:w(r,"x","cumprod")},a={axis:e,exclusive:t,reverse:n};return C.runKernel(Vo,s,a)}var lS=S({cumprod_:$P});function AP(r,e=0,t=!1,n=!1){let s={x:w(r,"x","cumsum")},a={axis:e,exclusive:t,reverse:n};return C.runKernel(Uo,s,a)}var cS=S({cumsum_:AP});function RP(r,e,t,n=!1){let o=w(r,"x","denseBincount"),s=w(e,"weights","denseBincount");_(o.dtype==="int32",()=>`Error in denseBincount: input dtype must be int32, but got ${o.dtype}`),_(o.rank<=2,()=>`Error in denseBincount: input must be at most rank 2, but got rank ${o.rank}.`),_(t>=0,()=>`size must be non-negative, but got ${t}.`),_(s.size===o.size||s.size===0,()=>`Error in denseBincount: weights must have the same shape as x or 0-length, but got x shape: ${o.shape}, weights shape: ${s.shape}.`);let a={x:o,weights:s},u={size:t,binaryOutput:n};return C.runKernel(Aa,a,u)}var mS=S({denseBincount_:RP});function DP(r,e,t="NHWC"){let n=w(r,"x","depthToSpace","float32"),o=t==="NHWC"?n.shape[1]:n.shape[2],s=t==="NHWC"?n.shape[2]:n.shape[3],a=t==="NHWC"?n.shape[3]:n.shape[1];_(e>1,()=>`blockSize should be > 1 for depthToSpace, but was: ${e}`),_(o*e>=0,()=>`Negative dimension size caused by overflow when multiplying
    ${o} and ${e}  for depthToSpace with input shape
    ${n.shape}`),_(s*e>=0,()=>`Negative dimension size caused by overflow when multiplying
    ${s} and ${e} for depthToSpace with input shape
        ${n.shape}`),_(a%(e*e)===0,()=>`Dimension size must be evenly divisible by ${e*e} but is ${a} for depthToSpace with input shape ${n.shape}`);let u={x:n},p={blockSize:e,dataFormat:t};return C.runKernel(Go,u,p)}var fS=S({depthToSpace_:DP});function FP(r,e,t,n,o="NHWC",s=[1,1],a){let u=w(r,"x","depthwiseConv2d","float32"),p=w(e,"filter","depthwiseConv2d","float32"),i=u,l=!1;u.rank===3&&(l=!0,i=F(u,[1,u.shape[0],u.shape[1],u.shape[2]])),_(i.rank===4,()=>`Error in depthwiseConv2d: input must be rank 4, but got rank ${i.rank}.`),_(p.rank===4,()=>`Error in depthwiseConv2d: filter must be rank 4, but got rank ${p.rank}.`);let c=o==="NHWC"?i.shape[3]:i.shape[1];_(c===p.shape[2],()=>`Error in depthwiseConv2d: number of input channels (${c}) must match the inChannels dimension in filter ${p.shape[2]}.`),Je("depthwiseConv2d",n,a);let m={x:i,filter:p},f={strides:t,pad:n,dataFormat:o,dilations:s,dimRoundingMode:a},d=C.runKernel(zo,m,f);return l?F(d,[d.shape[1],d.shape[2],d.shape[3]]):d}var Ei=S({depthwiseConv2d_:FP});function OP(r){let t={x:w(r,"x","diag")};return C.runKernel(Ra,t)}var dS=S({diag_:OP});function PP(r,e,t,n,o=[1,1],s="NHWC"){let a=w(r,"x","dilation2d"),u=w(e,"filter","dilation2d");_(a.rank===3||a.rank===4,()=>`Error in dilation2d: input must be rank 3 or 4, but got rank ${a.rank}.`),_(u.rank===3,()=>`Error in dilation2d: filter must be rank 3, but got rank ${u.rank}.`),_(s==="NHWC",()=>`Error in dilation2d: Only NHWC is currently supported, but got dataFormat of ${s}`);let p=a,i=!1;a.rank===3&&(p=F(a,[1,a.shape[0],a.shape[1],a.shape[2]]),i=!0),_(p.shape[3]===u.shape[2],()=>`Error in dilation2d:  input and filter must have the same depth: ${p.shape[3]} vs ${u.shape[2]}`);let l={x:p,filter:u},c={strides:t,pad:n,dilations:o},m=C.runKernel(Ho,l,c);return i?F(m,[m.shape[1],m.shape[2],m.shape[3]]):m}var hS=S({dilation2d_:PP});var wr={};Ae(wr,{assertAndGetBroadcastShape:()=>Se,getBroadcastDims:()=>gS,getReductionAxes:()=>sc});function gS(r,e){let t=r.length,n=[];for(let o=0;o<t;o++){let s=t-1-o,a=r[s]||1;(e[e.length-1-o]||1)>1&&a===1&&n.unshift(s)}return n}function sc(r,e){let t=[];for(let n=0;n<e.length;n++){let o=r[r.length-n-1],s=e.length-n-1,a=e[s];(o==null||o===1&&a>1)&&t.unshift(s)}return t}function Se(r,e){let t=Math.max(r.length,e.length),n=new Array(t);for(let o=0;o<t;o++){let s=r[r.length-o-1];s==null&&(s=1);let a=e[e.length-o-1];if(a==null&&(a=1),s===1)n[t-o-1]=a;else if(a===1)n[t-o-1]=s;else if(s!==a){let u=`Operands could not be broadcast together with shapes ${r} and ${e}.`;throw Error(u)}else n[t-o-1]=s}return n}function MP(r,e){let t=w(r,"a","equal","string_or_numeric"),n=w(e,"b","equal","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Rn,o)}var ac=S({equal_:MP});function LP(r,e,t){let n=w(e,"a","where"),o=w(t,"b","where"),s=w(r,"condition","where","bool"),a=Se(Se(s.shape,n.shape),o.shape),u=so(s,a),p=so(n,a),i=so(o,a),l={condition:u,t:p,e:i};return C.runKernel(ei,l)}var cr=S({where_:LP});function BP(r){let t={x:w(r,"x","zerosLike")};return C.runKernel(xi,t)}var at=S({zerosLike_:BP});function VP(r,e){let t=w(r,"a","div"),n=w(e,"b","div");[t,n]=me(t,n);let o=ye(t,n),s=at(o),a=ac(n,s);return cr(a,s,o)}var xS=S({divNoNan_:VP});function UP(r,e){let t=w(r,"t1","dot"),n=w(e,"t2","dot");_((t.rank===1||t.rank===2)&&(n.rank===1||n.rank===2),()=>`Error in dot: inputs must all be rank 1 or 2, but got ranks ${t.rank} and ${n.rank}.`);let o=t.rank===1?t.size:t.shape[1],s=n.rank===1?n.size:n.shape[0];if(_(o===s,()=>`Error in dot: inner dimensions of inputs must match, but got ${o} and ${s}.`),t.rank===1&&n.rank===1){let a=F(t,[1,-1]),u=F(n,[-1,1]),p=Ce(a,u);return F(p,[])}else if(t.rank===1&&n.rank===2){let a=F(t,[1,-1]),u=F(n,[n.shape[0],n.shape[1]]),p=Ce(a,u);return F(p,[p.size])}else if(t.rank===2&&n.rank===1){let a=F(n,[-1,1]),u=Ce(t,a);return F(u,[u.size])}else{let a=F(n,[n.shape[0],n.shape[1]]);return Ce(t,a)}}var yS=S({dot_:UP});function WP(r,...e){let t=e.map((o,s)=>w(o,`tensors${s}`,"einsum")),n={equation:r};return C.runKernel(Cl,t,n)}var io=S({einsum_:WP});function GP(r){let t={x:w(r,"x","elu","float32")};return C.runKernel("Elu",t)}var uc=S({elu_:GP});function zP(r,e){let t=w(r,"x","ensureShape","string_or_numeric");if(!sx(t.shape,e))throw new Error(`EnsureShape: Shape of tensor ${t.shape} is not compatible with expected shape ${e}`);return r}var bS=S({ensureShape_:zP});function HP(r){let e=w(r,"x","erf");_(e.dtype==="int32"||e.dtype==="float32",()=>"Input dtype must be `int32` or `float32`."),e.dtype==="int32"&&(e=Ie(e,"float32"));let t={x:e};return C.runKernel("Erf",t)}var wS=S({erf_:HP});function Xx(r,e){for(let t=0;t<r.length;++t)if(r[r.length-t-1]!==e-1-t)return!1;return!0}function vS(r,e,t){let n=r.length+e.length,o=[],s=0,a=0;for(let u=0;u<n;u++)t.indexOf(u)===-1?o.push(r[s++]):o.push(e[a++]);return o}function qP(r,e){let t=[],n=r.length;for(let s=0;s<n;s++)e.indexOf(s)===-1&&t.push(r[s]);let o=e.map(s=>r[s]);return[t,o]}function dn(r,e){let t=e.map(n=>1);return vS(r,t,e)}function KP(r,e,t){_(Xx(e,t),()=>`${r} supports only inner-most axes for now. Got axes ${e} and rank-${t} input.`)}function jP(r,e){if(Xx(r,e))return null;let t=[];for(let n=0;n<e;++n)r.indexOf(n)===-1&&t.push(n);return r.forEach(n=>t.push(n)),t}function XP(r){return r.map((e,t)=>[t,e]).sort((e,t)=>e[1]-t[1]).map(e=>e[0])}function YP(r,e){let t=[];for(let n=e-r;n<e;++n)t.push(n);return t}function ZP(r,e=null,t=!1){let o={x:w(r,"x","max")},s={reductionIndices:e,keepDims:t};return C.runKernel("Max",o,s)}var Hr=S({max_:ZP});function JP(r,e=null,t=!1){let o={x:w(r,"x","min")},s={axis:e,keepDims:t};return C.runKernel("Min",o,s)}var zu=S({min_:JP});function eM(r,e){let t=w(r,"base","pow"),n=w(e,"exp","pow");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel("Pow",o)}var hn=S({pow_:eM});function ee(r,e){if((_t(r)&&e!=="string"||Array.isArray(r))&&e!=="complex64")throw new Error("Error creating a new Scalar: value must be a primitive (number|boolean|string)");if(e==="string"&&_t(r)&&!(r instanceof Uint8Array))throw new Error("When making a scalar from encoded string, the value must be `Uint8Array`.");return Rt(r,[],[],e)}function tM(r){let t={x:w(r,"x","sqrt","float32")};return C.runKernel(Kn,t)}var Vt=S({sqrt_:tM});function rM(r){let e=w(r,"x","square"),t={};return C.runKernel("Square",{x:e},t)}var dt=S({square_:rM});function nM(r,e=null,t=!1){let n=w(r,"x","sum");n.dtype==="bool"&&(n=Ie(n,"int32"));let o={x:n},s={axis:e,keepDims:t};return C.runKernel("Sum",o,s)}var Ne=S({sum_:nM});function oM(r,e="euclidean",t=null,n=!1){r=w(r,"x","norm");let o=SS(r,e,t),s=o.shape;if(n){let a=kn(t,r.shape);s=dn(o.shape,a)}return F(o,s)}function SS(r,e,t=null){if(r.rank===0)return ft(r);if(r.rank!==1&&t===null)return SS(F(r,[-1]),e,t);if(r.rank===1||typeof t=="number"||Array.isArray(t)&&t.length===1){if(e===1)return Ne(ft(r),t);if(e===1/0)return Hr(ft(r),t);if(e===-1/0)return zu(ft(r),t);if(e==="euclidean"||e===2)return Vt(Ne(hn(ft(r),ee(2,"int32")),t));throw new Error(`Error in norm: invalid ord value: ${e}`)}if(Array.isArray(t)&&t.length===2){if(e===1)return Hr(Ne(ft(r),t[0]),t[1]-1);if(e===1/0)return Hr(Ne(ft(r),t[1]),t[0]);if(e===-1/0)return zu(Ne(ft(r),t[1]),t[0]);if(e==="fro"||e==="euclidean")return Vt(Ne(dt(r),t));throw new Error(`Error in norm: invalid ord value: ${e}`)}throw new Error(`Error in norm: invalid axis: ${t}`)}var Rs=S({norm_:oM});function sM(r,e=null,t=!1){return Rs(r,"euclidean",e,t)}var IS=S({euclideanNorm_:sM});function aM(r){let t={x:w(r,"x","exp")};return C.runKernel("Exp",t)}var vr=S({exp_:aM});function iM(r,e=0){let t=w(r,"x","expandDims","string_or_numeric");_(e<=t.rank,()=>"Axis must be <= rank of the tensor");let n={input:t},o={dim:e};return C.runKernel(Fa,n,o)}var Ar=S({expandDims_:iM});function uM(r){let t={x:w(r,"x","expm1")};return C.runKernel(Dn,t)}var CS=S({expm1_:uM});function pM(r,e){let t=w(r,"x","tile","string_or_numeric");_(t.rank===e.length,()=>`Error in transpose: rank of input ${t.rank} must match length of reps ${e}.`);let n={x:t},o={reps:e};return C.runKernel(un,n,o)}var uo=S({tile_:pM});function lM(r,e,t,n="float32"){e==null&&(e=r);let o=he([r,e],n),s=r<=e?r:e;for(let u=0;u<s;++u)o.set(1,u,u);let a=F(o.toTensor(),[r,e]);if(t==null)return a;if(t.length===1)return uo(Ar(a,0),[t[0],1,1]);if(t.length===2)return uo(Ar(Ar(a,0),0),[t[0],t[1],1,1]);if(t.length===3)return uo(Ar(Ar(Ar(a,0),0),0),[t[0],t[1],t[2],1,1]);throw new Error(`eye() currently supports only 1D and 2D batchShapes, but received ${t.length}D.`)}var cc=S({eye_:lM});function cM(r){let t={x:w(r,"x","floor","float32")};return C.runKernel(Fn,t)}var mc=S({floor_:cM});function mM(r,e,t=0,n=0){let o=w(r,"x","gather"),s=w(e,"indices","gather","int32"),a={x:o,indices:s},u={axis:t,batchDims:n};return C.runKernel(Pa,a,u)}var fc=S({gather_:mM});function fM(r,e){let t=w(r,"a","greater","string_or_numeric"),n=w(e,"b","greater","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Pn,o)}var Ds=S({greater_:fM});function dM(r,e){let t=w(r,"a","greaterEqual","string_or_numeric"),n=w(e,"b","greaterEqual","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Mn,o)}var dc=S({greaterEqual_:dM});function hM(r){let t={input:w(r,"input","imag")};return C.runKernel(_l,t)}var po=S({imag_:hM});function gM(r){let t={x:w(r,"x","isFinite")};return C.runKernel(Ma,t)}var NS=S({isFinite_:gM});function xM(r){let t={x:w(r,"x","isInf")};return C.runKernel(La,t)}var _S=S({isInf_:xM});function yM(r){let t={x:w(r,"x","isNaN")};return C.runKernel(Ba,t)}var TS=S({isNaN_:yM});function bM(r,e=.2){let n={x:w(r,"x","leakyRelu")},o={alpha:e};return C.runKernel(Xo,n,o)}var hc=S({leakyRelu_:bM});function wM(r,e){let t=w(r,"a","less","string_or_numeric"),n=w(e,"b","less","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Ln,o)}var qu=S({less_:wM});function vM(r,e){let t=w(r,"a","lessEqual","string_or_numeric"),n=w(e,"b","lessEqual","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Bn,o)}var Ai=S({lessEqual_:vM});function kS(r,e,t){if(t<=0)throw new Error("The number of values should be positive.");let n={start:r,stop:e,num:t};return C.runKernel(Yo,{},n)}function SM(r,e=5,t=1,n=1,o=.5){let s=w(r,"x","localResponseNormalization");_(s.rank===4||s.rank===3,()=>`Error in localResponseNormalization: x must be rank 3 or 4 but got
               rank ${s.rank}.`),_(on(e),()=>`Error in localResponseNormalization: depthRadius must be an integer but got depthRadius ${e}.`);let a=s,u=!1;s.rank===3&&(u=!0,a=F(s,[1,s.shape[0],s.shape[1],s.shape[2]]));let p={x:a},i={depthRadius:e,bias:t,alpha:n,beta:o},l=C.runKernel("LRN",p,i);return u?F(l,[l.shape[1],l.shape[2],l.shape[3]]):l}var ES=S({localResponseNormalization_:SM});function IM(r){let t={x:w(r,"x","log","float32")};return C.runKernel("Log",t)}var gn=S({log_:IM});function CM(r){let t={x:w(r,"x","log1p")};return C.runKernel(Va,t)}var gc=S({log1p_:CM});function $S(r,e){_(da(r),()=>"The f passed in variableGrads(f) must be a function"),_(e==null||Array.isArray(e)&&e.every(i=>i instanceof cn),()=>"The varList passed in variableGrads(f, varList) must be an array of variables");let t=e!=null;if(!t){e=[];for(let i in C.registeredVariables)e.push(C.registeredVariables[i])}let n=t?e.filter(i=>!i.trainable):null,o=e.length;e=e.filter(i=>i.trainable),_(e.length>0,()=>`variableGrads() expects at least one of the input variables to be trainable, but none of the ${o} variables is trainable.`);let s=!0,{value:a,grads:u}=C.gradients(r,e,null,s);_(u.some(i=>i!=null),()=>"Cannot find a connection between any variable and the result of the loss function y=f(x). Please make sure the operations that use variables are inside the function f passed to minimize()."),_(a.rank===0,()=>`The f passed in variableGrads(f) must return a scalar, but it returned a rank-${a.rank} tensor`);let p={};return e.forEach((i,l)=>{u[l]!=null&&(p[i.name]=u[l])}),n?.forEach(i=>p[i.name]=null),{value:a,grads:p}}function Ut(r){return C.customGrad(r)}function NM(r){let t={x:w(r,"x","neg")};return C.runKernel("Neg",t)}var bt=S({neg_:NM});function _M(r){let t={x:w(r,"x","softplus")};return C.runKernel(oi,t)}var xc=S({softplus_:_M});function TM(r){let e=w(r,"x","logSigmoid");return Ut(n=>({value:bt(xc(bt(n))),gradFunc:a=>V(a,Gr(bt(n)))}))(e)}var AS=S({logSigmoid_:TM});function kM(r,e){let t=w(r,"a","sub"),n=w(e,"b","sub");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel("Sub",o)}var re=S({sub_:kM});function EM(r,e=-1){let t=w(r,"logits","logSoftmax");if(e===-1&&(e=t.rank-1),e!==t.rank-1)throw Error(`Log Softmax along a non-last dimension is not yet supported. Logits was rank ${t.rank} and axis was ${e}`);return Ut((o,s)=>{let u=Hr(o,e,!0),p=re(o,u),i=re(Ie(p,"float32"),gn(Ne(vr(p),e,!0)));return s([i]),{value:i,gradFunc:(c,m)=>{let[f]=m,d=!0,g=vr(f);return re(c,V(Ne(c,e,d),g))}}})(t)}var RS=S({logSoftmax_:EM});function $M(r,e=null,t=!1){let n=w(r,"x","logSumExp"),o=kn(e,n.shape),s=Hr(n,o,!0),a=re(n,s),u=vr(a),p=Ne(u,o),i=gn(p),l=Y(F(s,i.shape),i);if(t){let c=dn(l.shape,o);return F(l,c)}return l}var yc=S({logSumExp_:$M});function AM(r,e){let t=w(r,"a","logicalAnd","bool"),n=w(e,"b","logicalAnd","bool");Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Ua,o)}var Fs=S({logicalAnd_:AM});function RM(r){let t={x:w(r,"x","logicalNot","bool")};return C.runKernel(Wa,t)}var bc=S({logicalNot_:RM});function DM(r,e){let t=w(r,"a","logicalOr","bool"),n=w(e,"b","logicalOr","bool");Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Ga,o)}var wc=S({logicalOr_:DM});function FM(r,e){let t=w(r,"a","logicalXor","bool"),n=w(e,"b","logicalXor","bool");return Se(t.shape,n.shape),Fs(wc(r,e),bc(Fs(r,e)))}var DS=S({logicalXor_:FM});var vc=2147483648;function OM(r,e,t="left"){let n=w(r,"sortedSequence","searchSorted"),o=w(e,"values","searchSorted"),s=n.shape[n.shape.length-1],a=o.shape[o.shape.length-1],u=F(n,[-1,s]),p=F(o,[-1,a]);if(u.rank<2)throw new Error("Sorted input argument must be at least 2-dimensional");if(u.shape[0]!==p.shape[0])throw new Error("Leading dimension of 'sortedSequence' and 'values' must match.");if(de(p.shape)>=vc)throw new Error(`values tensor size must less than ${vc}`);if(u.shape[1]>=vc)throw new Error(`trailing dim_size must less than ${vc} for int32 output type, was ${u.shape[1]}`);let i={sortedSequence:u,values:p},l={side:t};return C.runKernel(ms,i,l)}var Xu=S({searchSorted_:OM});function FS(r,e){return Xu(r,e,"left")}function PM(r,e,t,n,o){let s=w(r,"x","maxPool"),a=1,u=s,p=!1;s.rank===3&&(p=!0,u=F(s,[1,s.shape[0],s.shape[1],s.shape[2]])),_(u.rank===4,()=>`Error in maxPool: input must be rank 4 but got rank ${u.rank}.`),_(kt(t,a),()=>`Error in maxPool: Either strides or dilations must be 1. Got strides ${t} and dilations '${a}'`),Je("maxPool",n,o);let i={x:u},l={filterSize:e,strides:t,pad:n,dimRoundingMode:o},c=C.runKernel(Qo,i,l);return p?F(c,[c.shape[1],c.shape[2],c.shape[3]]):c}var Sc=S({maxPool_:PM});function MM(r,e=[1,1,1],t,n,o,s="NDHWC"){let a=w(r,"x","maxPool3d"),u=a,p=!1;a.rank===4&&(p=!0,u=F(a,[1,a.shape[0],a.shape[1],a.shape[2],a.shape[3]])),_(u.rank===5,()=>`Error in maxPool3d: x must be rank 5 but got rank ${u.rank}.`),_(s==="NDHWC",()=>`Error in maxPool3d: Only NDHWC is currently supported, but got dataFormat of ${s}`),Je("maxPool3d",n,o);let i={x:u},l={filterSize:e,strides:t,pad:n,dimRoundingMode:o,dataFormat:s},c=C.runKernel(za,i,l);return p?F(c,[c.shape[1],c.shape[2],c.shape[3],c.shape[4]]):c}var OS=S({maxPool3d_:MM});function LM(r,e,t,n,o=!1){let a={x:w(r,"x","maxPoolWithArgmax")},u={filterSize:e,strides:t,pad:n,includeBatchInIndex:o},p=C.runKernel(Ha,a,u);return{result:p[0],indexes:p[1]}}var PS=S({maxPoolWithArgmax_:LM});function BM(r,e){let t=w(r,"a","maximum"),n=w(e,"b","maximum");[t,n]=me(t,n),t.dtype==="bool"&&(t=Ie(t,"int32"),n=Ie(n,"int32")),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Vn,o)}var Ic=S({maximum_:BM});function VM(r,e=null,t=!1){let o={x:w(r,"x","mean")},s={axis:e,keepDims:t};return C.runKernel(Zo,o,s)}var Os=S({mean_:VM});function Sr(r,e="float32"){if(Me(r),e==="complex64"){let n=Sr(r,"float32"),o=Sr(r,"float32");return Lt(n,o)}let t=ga(de(r),e);return C.makeTensor(t,r,e)}function qr(r,e="float32"){if(Me(r),e==="complex64"){let n=qr(r,"float32"),o=Sr(r,"float32");return Lt(n,o)}let t=vu(de(r),e);return C.makeTensor(t,r,e)}function MS(r,e,{indexing:t="xy"}={}){if(t!=="xy"&&t!=="ij")throw new TypeError(`${t} is not a valid third argument to meshgrid`);if(r===void 0)return[];let n=w(r,"x","meshgrid",r instanceof He?r.dtype:"float32");if(e===void 0)return[n];let o=w(e,"y","meshgrid",e instanceof He?e.dtype:"float32"),s=de(n.shape),a=de(o.shape);return t==="xy"?(n=F(n,[1,-1]),o=F(o,[-1,1]),[Ce(qr([a,1],n.dtype),n),Ce(o,qr([1,s],o.dtype))]):(n=F(n,[-1,1]),o=F(o,[1,-1]),[Ce(n,qr([1,a],n.dtype)),Ce(qr([s,1],o.dtype),o)])}function UM(r,e){let t=w(r,"a","minimum"),n=w(e,"b","minimum");[t,n]=me(t,n),t.dtype==="bool"&&(t=Ie(t,"int32"),n=Ie(n,"int32")),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Un,o)}var Ps=S({minimum_:UM});function WM(r,e,t){_(t==="reflect"||t==="symmetric",()=>`Invalid mode. Mode must be either reflect or symmetric. Got ${t}.`);let n=w(r,"x","mirrorPad");if(n.rank===0)throw new Error("mirrorPad(scalar) is not defined. Pass non-scalar to mirrorPad");_(e.length===n.rank,()=>`Padding doesn't match input. Must be ${n.rank}. Got ${e.length}.`);let o=t==="reflect"?1:0;for(let u=0;u<n.rank;u++)_(e[u].length===2,()=>"Invalid number of paddings. Must be length of 2 each."),_(e[u][0]>=0&&e[u][0]<=n.shape[u]-o&&e[u][1]>=0&&e[u][1]<=n.shape[u]-o,()=>`Padding in dimension ${u} cannot be greater than or equal to ${n.shape[u]-o} or less than 0 for input of shape ${n.shape}`);let s={paddings:e,mode:t},a={x:n};return C.runKernel(Jo,a,s)}var LS=S({mirrorPad_:WM});function GM(r,e){let t=w(r,"a","mod"),n=w(e,"b","mod");[t,n]=me(t,n);let o={a:t,b:n};return C.runKernel("Mod",o)}var BS=S({mod_:GM});function zM(r,e=null,t=!1){r=w(r,"x","moments");let n=kn(e,r.shape),o=Os(r,n,t),s=o.shape;t||(s=dn(o.shape,n));let a=dt(re(Ie(r,"float32"),F(o,s))),u=Os(a,n,t);return{mean:o,variance:u}}var VS=S({moments_:zM});function HM(r,e,t,n){let o=w(e,"data","multiRNNCell"),s=ks(t,"c","multiRNNCell"),a=ks(n,"h","multiRNNCell"),u=o,p=[];for(let c=0;c<r.length;c++){let m=r[c](u,s[c],a[c]);p.push(m[0]),p.push(m[1]),u=m[1]}let i=[],l=[];for(let c=0;c<p.length;c+=2)i.push(p[c]),l.push(p[c+1]);return[i,l]}var US=S({multiRNNCell_:HM});function qM(r,e,t,n=!1){let o=w(r,"logits","multinomial"),s=o.size,a=o.rank;if(s<2)throw new Error(`Error in multinomial: you need at least 2 outcomes, but got ${s}.`);if(a>2)throw new Error(`Rank of probabilities must be 1 or 2, but is ${a}`);t=t||Math.random();let p={logits:a===1?F(o,[1,-1]):o},i={numSamples:e,seed:t,normalized:n},l=C.runKernel(es,p,i);return a===1?F(l,[l.size]):l}var WS=S({multinomial_:qM});function KM(r,e){let t=w(r,"a","notEqual","string_or_numeric"),n=w(e,"b","notEqual","string_or_numeric");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n};return C.runKernel(Gn,o)}var Nc=S({notEqual_:KM});function jM(r,e,t=1,n=0,o="int32"){if(e<2)throw new Error(`Error in oneHot: depth must be >=2, but it is ${e}`);let a={indices:w(r,"indices","oneHot","int32")},u={dtype:o,depth:e,onValue:t,offValue:n};return C.runKernel(os,a,u)}var GS=S({oneHot_:jM});function XM(r){let t={x:w(r,"x","onesLike")};return C.runKernel(qa,t)}var zS=S({onesLike_:XM});function YM(r,e){let t=w(r,"v1","outerProduct"),n=w(e,"v2","outerProduct");_(t.rank===1&&n.rank===1,()=>`Error in outerProduct: inputs must be rank 1, but got ranks ${t.rank} and ${n.rank}.`);let o=F(t,[-1,1]),s=F(n,[1,-1]);return Ce(o,s)}var HS=S({outerProduct_:YM});function QM(r,e,t=0){let n=w(r,"x","pad");if(n.rank===0)throw new Error("pad(scalar) is not defined. Pass non-scalar to pad");let o={paddings:e,constantValue:t},s={x:n};return C.runKernel(ss,s,o)}var Kr=S({pad_:QM});function ZM(r,e,t=0){return _(e.length===2,()=>"Invalid number of paddings. Must be length of 2."),Kr(r,[e],t)}var qS=S({pad1d_:ZM});function JM(r,e,t=0){return _(e.length===2&&e[0].length===2&&e[1].length===2,()=>"Invalid number of paddings. Must be length of 2 each."),Kr(r,e,t)}var KS=S({pad2d_:JM});function eL(r,e,t=0){return _(e.length===3&&e[0].length===2&&e[1].length===2&&e[2].length===2,()=>"Invalid number of paddings. Must be length of 2 each."),Kr(r,e,t)}var jS=S({pad3d_:eL});function tL(r,e,t=0){return _(e.length===4&&e[0].length===2&&e[1].length===2&&e[2].length===2&&e[3].length===2,()=>"Invalid number of paddings. Must be length of 2 each."),Kr(r,e,t)}var XS=S({pad4d_:tL});function rL(r,e,t){let n=w(r,"x","spaceToBatchND");_(n.rank>=1+e.length,()=>`input rank ${n.rank} should be > than [blockShape] ${e.length}`),_(t.length===e.length,()=>`paddings.shape[0] ${t.length} must be equal to [blockShape] ${e.length}`),_(n.shape.reduce((a,u,p)=>p>0&&p<=e.length?a&&(u+t[p-1][0]+t[p-1][1])%e[p-1]===0:a,!0),()=>`input spatial dimensions ${n.shape.slice(1)} with paddings ${t.toString()} must be divisible by blockShapes ${e.toString()}`);let o={x:n},s={blockShape:e,paddings:t};return C.runKernel(si,o,s)}var _c=S({spaceToBatchND_:rL});function nL(r,e,t,n,o,s,a){o==null&&(o=[1,1]),s==null&&(s=1),n===0&&(n="valid");let u=w(r,"x","maxPool"),p=u,i=!1;u.rank===3&&(i=!0,p=F(u,[1,u.shape[0],u.shape[1],u.shape[2]])),_(kt(s,o),()=>`Error in pool: Either strides or dilations must be 1. Got strides ${s} and dilations '${o}'`);let l=Kx(p.shape,e,s,o,n),c=[l.dilationHeight,l.dilationWidth],m;n==="same"?m=sL([l.filterHeight,l.filterWidth],c):m=[[0,0],[0,0]];let f=c[0]===1&&c[1]===1,[d,g]=oL([l.inHeight,l.inWidth],c,m),h=f?n:"valid",x=f?p:_c(p,c,d),I=(t==="avg"?()=>ec(x,e,s,h,a):()=>Sc(x,e,s,h,a))(),T=f?I:tc(I,c,g);return i?F(T,[T.shape[1],T.shape[2],T.shape[3]]):T}function oL(r,e,t){let n=t.map(l=>l[0]),o=t.map(l=>l[1]),s=r.concat(n,o),a=e.map((l,c)=>(l-s[c]%l)%l),u=o.map((l,c)=>l+a[c]),p=e.map((l,c)=>[n[c],u[c]]),i=e.map((l,c)=>[0,a[c]]);return[p,i]}function sL(r,e){let n=r.map((a,u)=>a+(a-1)*(e[u]-1)).map(a=>a-1),o=n.map(a=>Math.floor(a/2)),s=n.map((a,u)=>a-o[u]);return n.map((a,u)=>[o[u],s[u]])}var YS=S({pool_:nL});function aL(r,e){let t=w(r,"x","prelu"),n=w(e,"alpha","prelu"),o={x:t,alpha:n};return C.runKernel(as,o)}var Tc=S({prelu_:aL});function iL(r,e=null,t=!1){let n=w(r,"x","prod");n.dtype==="bool"&&(n=Ie(n,"int32"));let o={x:n},s={axis:e,keepDims:t};return C.runKernel(zn,o,s)}var QS=S({prod_:iL});function uL(r,e,t,n){let o=r.map((l,c)=>w(l,`tensors${c}`,"raggedGather","int32")),s=w(e,"paramsDenseValues","raggedGather"),a=w(t,"indices","raggedGather","int32"),u={paramsNestedSplits:o,paramsDenseValues:s,indices:a},p={outputRaggedRank:n},i=C.runKernel(El,u,p);return{outputNestedSplits:i.slice(0,i.length-1),outputDenseValues:i[i.length-1]}}var ZS=S({raggedGather_:uL});function pL(r,e,t){let n=w(r,"starts","raggedRange"),o=w(e,"limits","raggedRange",n.dtype),s=w(t,"deltas","raggedRange",n.dtype),a={starts:n,limits:o,deltas:s},u=C.runKernel($l,a);return{rtNestedSplits:u[0],rtDenseValues:u[1]}}var JS=S({raggedRange_:pL});function lL(r,e,t,n,o){let s=w(r,"shape","raggedTensorToTensor","int32"),a=w(e,"values","raggedTensorToTensor"),u=w(t,"defaultValue","raggedTensorToTensor",a.dtype),p=n.map((c,m)=>w(c,`tensors${m}`,"raggedTensorToTensor","int32")),i={shape:s,values:a,defaultValue:u,rowPartitionTensors:p},l={rowPartitionTypes:o};return C.runKernel(Al,i,l)}var eI=S({raggedTensorToTensor_:lL});function cL(r,e,t){Me(r);let n=de(r),o=null;if(t==null||t==="float32")o=new Float32Array(n);else if(t==="int32")o=new Int32Array(n);else if(t==="bool")o=new Uint8Array(n);else throw new Error(`Unknown data type ${t}`);for(let s=0;s<n;s++)o[s]=e();return C.makeTensor(o,r,t)}var tI=S({rand_:cL});var Ac=wu(yI());var Ls=class{constructor(e,t,n,o,s){this.mean=e,this.stdDev=t,this.dtype=n,this.nextVal=NaN,this.truncated=o,this.truncated&&(this.upper=this.mean+this.stdDev*2,this.lower=this.mean-this.stdDev*2);let a=s||Math.random();this.random=Ac.alea(a.toString())}nextValue(){if(!isNaN(this.nextVal)){let o=this.nextVal;return this.nextVal=NaN,o}let e,t,n=!1;for(;!n;){let o,s,a;do o=2*this.random()-1,s=2*this.random()-1,a=o*o+s*s;while(a>=1||a===0);let u=Math.sqrt(-2*Math.log(a)/a);e=this.mean+this.stdDev*o*u,t=this.mean+this.stdDev*s*u,(!this.truncated||this.isValidTruncated(e))&&(n=!0)}return(!this.truncated||this.isValidTruncated(t))&&(this.nextVal=this.convertValue(t)),this.convertValue(e)}convertValue(e){return this.dtype==null||this.dtype==="float32"?e:Math.round(e)}isValidTruncated(e){return e<=this.upper&&e>=this.lower}},Ec=class{constructor(e,t,n,o){this.alpha=e,this.beta=1/t,this.dtype=n;let s=o||Math.random();this.randu=Ac.alea(s.toString()),this.randn=new Ls(0,1,n,!1,this.randu()),e<1?this.d=e+2/3:this.d=e-1/3,this.c=1/Math.sqrt(9*this.d)}nextValue(){let e,t,n,o,s,a;for(;;){do o=this.randn.nextValue(),a=1+this.c*o;while(a<=0);if(a*=a*a,e=o*o,t=1-.331*e*e,n=.5*e+this.d*(1-a+Math.log(a)),s=this.randu(),s<t||Math.log(s)<n)break}return a=1/this.beta*this.d*a,this.alpha<1&&(a*=Math.pow(this.randu(),1/this.alpha)),this.convertValue(a)}convertValue(e){return this.dtype==="float32"?e:Math.round(e)}},$c=class{constructor(e=0,t=1,n,o){if(this.canReturnFloat=()=>this.dtype==null||this.dtype==="float32",this.min=e,this.range=t-e,this.dtype=n,o==null&&(o=Math.random()),typeof o=="number"&&(o=o.toString()),!this.canReturnFloat()&&this.range<=1)throw new Error(`The difference between ${e} - ${t} <= 1 and dtype is not float`);this.random=Ac.alea(o)}convertValue(e){return this.canReturnFloat()?e:Math.round(e)}nextValue(){return this.convertValue(this.min+this.range*this.random())}};function yL(r,e,t=1,n="float32",o){if(Me(r),t==null&&(t=1),n==null&&(n="float32"),n!=="float32"&&n!=="int32")throw new Error(`Unsupported data type ${n}`);let s=new Ec(e,t,n,o),a=he(r,n);for(let u=0;u<a.values.length;u++)a.values[u]=s.nextValue();return a.toTensor()}var bI=S({randomGamma_:yL});function bL(r,e=0,t=1,n,o){if(Me(r),n!=null&&n==="bool")throw new Error(`Unsupported data type ${n}`);let s=new Ls(e,t,n,!1,o),a=he(r,n);for(let u=0;u<a.values.length;u++)a.values[u]=s.nextValue();return a.toTensor()}var Rc=S({randomNormal_:bL});function wL(r,e,t){if(e!=null&&e==="bool")throw new Error(`Unsupported data type ${e}`);return Rc(r,0,1,e,t)}var wI=S({randomStandardNormal_:wL});function vL(r,e=0,t=1,n="float32",o){Me(r);let s=he(r,n),a=new $c(e,t,null,o);for(let u=0;u<s.values.length;u++)s.values[u]=a.nextValue();return s.toTensor()}var Fi=S({randomUniform_:vL});function SL(r,e,t,n){return Fi(r,e,t,"int32",n)}var vI=S({randomUniformInt_:SL});function lo(r,e,t=1,n="float32"){if(t===0)throw new Error("Cannot have a step of zero");let o={start:r,stop:e,step:t,dtype:n};return C.runKernel(ja,{},o)}function IL(r){let t={input:w(r,"input","real")};return C.runKernel(ku,t)}var xn=S({real_:IL});function CL(r){let t={x:w(r,"x","reciprocal")};return C.runKernel(Xa,t)}var SI=S({reciprocal_:CL});function NL(r){let t={x:w(r,"x","relu")};return C.runKernel(Ya,t)}var co=S({relu_:NL});function _L(r){let t={x:w(r,"x","relu6")};return C.runKernel(Za,t)}var Dc=S({relu6_:_L});function TL(r,e){let n={x:w(r,"x","reverse")},o={dims:e};return C.runKernel(ps,n,o)}var mr=S({reverse_:TL});function kL(r){let e=w(r,"x","reverse");return _(e.rank===1,()=>`Error in reverse1D: x must be rank 1 but got rank ${e.rank}.`),mr(e,0)}var II=S({reverse1d_:kL});function EL(r,e){let t=w(r,"x","reverse");return _(t.rank===2,()=>`Error in reverse2D: x must be rank 2 but got rank ${t.rank}.`),mr(t,e)}var CI=S({reverse2d_:EL});function $L(r,e){let t=w(r,"x","reverse");return _(t.rank===3,()=>`Error in reverse3D: x must be rank 3 but got rank ${t.rank}.`),mr(t,e)}var NI=S({reverse3d_:$L});function AL(r,e){let t=w(r,"x","reverse");return _(t.rank===4,()=>`Error in reverse4D: x must be rank 4 but got rank ${t.rank}.`),mr(t,e)}var _I=S({reverse4d_:AL});function RL(r){let t={x:w(r,"x","round")};return C.runKernel(Ja,t)}var Fc=S({round_:RL});function DL(r){let t={x:w(r,"x","rsqrt","float32")};return C.runKernel(Hn,t)}var TI=S({rsqrt_:DL});function FL(r){let t={x:w(r,"x","selu")};return C.runKernel(ti,t)}var kI=S({selu_:FL});function OL(r,e,t,n,o,s=[1,1],a="NHWC"){let u=w(r,"x","separableConv2d"),p=w(e,"depthwiseFilter","separableConv2d"),i=w(t,"pointwiseFilter","separableConv2d"),l=u,c=!1;if(u.rank===3&&(c=!0,l=F(u,[1,u.shape[0],u.shape[1],u.shape[2]])),a==="NCHW")throw new Error("separableConv2d currently does not support dataFormat NCHW; only NHWC is supported");_(l.rank===4,()=>`Error in separableConv2d: input must be rank 4, but got rank ${l.rank}.`),_(p.rank===4,()=>`Error in separableConv2d: depthwise filter must be rank 4, but got rank ${p.rank}.`),_(i.rank===4,()=>`Error in separableConv2d: pointwise filter must be rank 4, but got rank ${p.rank}.`),_(i.shape[0]===1,()=>`Error in separableConv2d: the first dimension of pointwise filter  must be 1, but got ${i.shape[0]}.`),_(i.shape[1]===1,()=>`Error in separableConv2d: the second dimension of pointwise filter must be 1, but got ${i.shape[1]}.`);let m=p.shape[2],f=p.shape[3];_(i.shape[2]===m*f,()=>`Error in separableConv2d: the third dimension of pointwise filter must be ${m*f}, but got ${i.shape[2]}.`);let d=Ei(l,p,n,o,a,s),h=ao(d,i,1,"valid",a);return c?F(h,[h.shape[1],h.shape[2],h.shape[3]]):h}var EI=S({separableConv2d_:OL});async function PL(r,e){let t=w(r,"x","setdiff1d"),n=w(e,"y","setdiff1d");_(t.dtype===n.dtype,()=>`x and y should have the same dtype, but got x (${t.dtype}) and y (${n.dtype}).`),_(t.rank===1,()=>`x should be 1D tensor, but got x (${t.shape}).`),_(n.rank===1,()=>`y should be 1D tensor, but got y (${n.shape}).`);let o=await t.data(),s=await n.data(),a=new Set(s),u=0;for(let l=0;l<o.length;l++)a.has(o[l])||u++;let p=new lr([u],t.dtype),i=new lr([u],"int32");for(let l=0,c=0;l<o.length;l++)a.has(o[l])||(p.values[c]=o[l],i.values[c]=l,c++);return[p.toTensor(),i.toTensor()]}var $I=PL;function ML(r){let t={x:w(r,"x","sign")};return C.runKernel(ni,t)}var AI=S({sign_:ML});function LL(r){let t={x:w(r,"x","sin","float32")};return C.runKernel("Sin",t)}var RI=S({sin_:LL});function BL(r){let t={x:w(r,"x","sinh")};return C.runKernel(ri,t)}var DI=S({sinh_:BL});function VL(r,e,t){let n=w(r,"x","slice1d");return _(n.rank===1,()=>`slice1d expects a rank-1 tensor, but got a rank-${n.rank} tensor`),be(n,[e],[t])}var FI=S({slice1d_:VL});function UL(r,e,t){let n=w(r,"x","slice2d");return _(n.rank===2,()=>`slice2d expects a rank-2 tensor, but got a rank-${n.rank} tensor`),be(n,e,t)}var OI=S({slice2d_:UL});function WL(r,e,t){let n=w(r,"x","slice3d");return _(n.rank===3,()=>`slice3d expects a rank-3 tensor, but got a rank-${n.rank} tensor`),be(n,e,t)}var PI=S({slice3d_:WL});function GL(r,e,t){let n=w(r,"x","slice4d");return _(n.rank===4,()=>`slice4d expects a rank-4 tensor, but got a rank-${n.rank} tensor`),be(n,e,t)}var MI=S({slice4d_:GL});function zL(r,e=-1){let t=w(r,"logits","softmax","float32");if(e===-1&&(e=t.rank-1),e!==t.rank-1)throw Error(`Softmax along a non-last dimension is not yet supported. Logits was rank ${t.rank} and dim was ${e}`);let n={logits:t},o={dim:e};return C.runKernel(ds,n,o)}var LI=S({softmax_:zL});function HL(r){_(r.dtype==="complex64",()=>`The dtype for tf.spectral.fft() must be complex64 but got ${r.dtype}.`);let e={input:r};return C.runKernel("FFT",e)}var Oi=S({fft_:HL});function qL(r){_(r.dtype==="complex64",()=>`The dtype for tf.spectral.ifft() must be complex64 but got ${r.dtype}.`);let e={input:r};return C.runKernel(Nl,e)}var Bs=S({ifft_:qL});function KL(r){let e=r.shape[r.shape.length-1],t=r.size/e,n;if(e<=2){let o=F(r,[t,e]);n=Bs(o)}else{let o=[t,2*(e-1)],s=F(xn(r),[t,e]),a=F(po(r),[t,e]),u=mr(be(s,[0,1],[t,e-2]),1),p=V(mr(be(a,[0,1],[t,e-2]),1),ee(-1)),i=Fe([s,u],1),l=Fe([a,p],1),c=F(Lt(i,l),[o[0],o[1]]);n=Bs(c)}if(n=xn(n),r.rank===3&&r.shape[0]!==0){let o=n,s=r.shape[0];n=F(n,[s,n.shape[0]/s,n.shape[1]]),o.dispose()}return n}var Pc=S({irfft_:KL});function jL(r,e,t=0){let o={x:w(r,"x","split")},s={numOrSizeSplits:e,axis:t};return C.runKernel(ai,o,s)}var yn=S({split_:jL});function XL(r,e){_(r.dtype==="float32",()=>`The dtype for rfft() must be real value but got ${r.dtype}`);let t=r.shape[r.shape.length-1],n=r.size/t,o;if(e!=null&&e<t){let d=r.shape.map(h=>0),g=r.shape.map(h=>h);g[r.shape.length-1]=e,o=be(r,d,g),t=e}else if(e!=null&&e>t){let d=r.shape.map(g=>g);d[r.shape.length-1]=e-t,o=Fe([r,Sr(d)],r.shape.length-1),t=e}else o=r;let s=at(o),a=F(Lt(o,s),[n,t]),u=Oi(a),p=Math.floor(t/2)+1,i=xn(u),l=po(u),c=yn(i,[p,t-p],i.shape.length-1),m=yn(l,[p,t-p],l.shape.length-1),f=o.shape.slice();return f[o.shape.length-1]=p,F(Lt(c[0],m[0]),f)}var Pi=S({rfft_:XL});function YL(r,e){let t=w(r,"a","squaredDifference"),n=w(e,"b","squaredDifference");[t,n]=me(t,n),Se(t.shape,n.shape);let o={a:t,b:n},s={};return C.runKernel(jn,o,s)}var Mc=S({squaredDifference_:YL});function QL(r,e){let t=w(r,"x","squeeze","string_or_numeric");return F(t,ax(t.shape,e).newShape)}var Mi=S({squeeze_:QL});function ZL(r,e=0){let t=ks(r,"tensors","stack","string_or_numeric");_(t.length>=1,()=>"Pass at least one tensor to tf.stack"),t.length>0&&_(e<=t[0].rank,()=>"Axis must be <= rank of the tensor");let n=t,o={axis:e};return C.runKernel(Ka,n,o)}var Dt=S({stack_:ZL});function JL(r,e=0){let n={x:w(r,"x","step")},o={alpha:e};return C.runKernel(ws,n,o)}var Lc=S({step_:JL});function eB(r,e,t,n,o=0,s=0,a=0,u=0,p=0){let l={x:w(r,"x","stridedSlice","string_or_numeric")},c={begin:e,end:t,strides:n,beginMask:o,endMask:s,ellipsisMask:a,newAxisMask:u,shrinkAxisMask:p};return C.runKernel(xs,l,c)}var VI=S({stridedSlice_:eB});function tB(r){let t={x:w(r,"x","tan","float32")};return C.runKernel("Tan",t)}var UI=S({tan_:tB});function ht(r,e){pr(r);let t=Mt(r,e);if(t.length!==1)throw new Error("tensor1d() requires values to be a flat/TypedArray");return Rt(r,null,t,e)}function mo(r,e,t){if(pr(r),e!=null&&e.length!==2)throw new Error("tensor2d() requires shape to have two numbers");let n=Mt(r,t);if(n.length!==2&&n.length!==1)throw new Error("tensor2d() requires values to be number[][] or flat/TypedArray");if(n.length===1&&e==null)throw new Error("tensor2d() requires shape to be provided when `values` are a flat/TypedArray");return Rt(r,e,n,t)}function WI(r,e,t){if(pr(r),e!=null&&e.length!==3)throw new Error("tensor3d() requires shape to have three numbers");let n=Mt(r,t);if(n.length!==3&&n.length!==1)throw new Error("tensor3d() requires values to be number[][][] or flat/TypedArray");if(n.length===1&&e==null)throw new Error("tensor3d() requires shape to be provided when `values` are a flat array");return Rt(r,e,n,t)}function GI(r,e,t){if(pr(r),e!=null&&e.length!==4)throw new Error("tensor4d() requires shape to have four numbers");let n=Mt(r,t);if(n.length!==4&&n.length!==1)throw new Error("tensor4d() requires values to be number[][][][] or flat/TypedArray");if(n.length===1&&e==null)throw new Error("tensor4d() requires shape to be provided when `values` are a flat array");return Rt(r,e,n,t)}function zI(r,e,t){if(pr(r),e!=null&&e.length!==5)throw new Error("tensor5d() requires shape to have five numbers");let n=Mt(r,t);if(n.length!==5&&n.length!==1)throw new Error("tensor5d() requires values to be number[][][][][] or flat/TypedArray");if(n.length===1&&e==null)throw new Error("tensor5d() requires shape to be provided when `values` are a flat array");return Rt(r,e,n,t)}function HI(r,e,t){if(pr(r),e!=null&&e.length!==6)throw new Error("tensor6d() requires shape to have six numbers");let n=Mt(r,t);if(n.length!==6&&n.length!==1)throw new Error("tensor6d() requires values to be number[][][][][][] or flat/TypedArray");if(n.length===1&&e==null)throw new Error("tensor6d() requires shape to be provided when `values` are a flat array");return e=e||n,Rt(r,e,n,t)}var fo={};Ae(fo,{calculateShapes:()=>qI,validateInput:()=>Li,validateUpdateShape:()=>ry});function ry(r,e,t){let n=e.rank>1?e.shape[e.rank-1]:1,o=e.rank>1?e.rank-1:1,s=`Must have updates.shape = indices.shape[:batchDim] + shape[sliceDim:], got updates.shape: ${t.shape}, indices.shape: ${e.shape}, shape: ${r}, sliceDim: ${n}, and batchDim: ${o}.`;if(t.rank<o)throw new Error(s+` update.rank < ${o}. `);if(r.length<n+(t.rank-o))throw new Error(s+` Output shape length < ${n+(t.rank-o)}`);if(t.rank!==o+r.length-n)throw new Error(s+` update.rank != ${o+r.length-n}`);for(let a=0;a<o;++a)if(t.shape[a]!==e.shape[a])throw new Error(s+` updates.shape[${a}] (${t.shape[a]}) != indices.shape[${a}] (${e.shape[a]}).`);for(let a=0;a<t.rank-o;++a)if(t.shape[a+o]!==r[a+n])throw new Error(s+` updates.shape[${a+o}] (${t.shape[a+o]}) != shape[${a+o}] (${r[a+o]})`)}function Li(r,e,t){if(e.rank<1)throw new Error(`tf.scatterND() expects the indices to be rank 1 or higher, but the rank was ${e.rank}.`);if(r.rank<1)throw new Error(`tf.scatterND() expects the updates to be rank 1 or higher, but the rank was ${r.rank}.`);if(e.dtype!=="int32")throw new Error(`The dtype of 'indices' should be int32, but got dtype: ${e.dtype}`);if(t.length<1)throw new Error(`Output rank must be greater or equal to 1, but got shape: ${t}`);if(t.length===0){if(e.size===0)throw new Error(`Indices specified for empty output. indices shape: ${e.shape}`);if(r.size===0)throw new Error(`Updates specified for empty output. updates shape: ${r.shape}`)}ry(t,e,r)}function qI(r,e,t){let n=e.shape.length,o=n>1?e.shape[n-1]:1,s=t.length,a=1;for(let c=o;c<s;++c)a*=t[c];let u=o<1?1:o,p=de(e.shape)/u,i=[...Mr(t.slice(0,o)),1],l=de(t);return{sliceRank:o,numUpdates:p,sliceSize:a,strides:i,outputSize:l}}function rB(r,e,t){let n=w(r,"tensor","tensorScatterupdate"),o=w(e,"indices","tensorScatterupdate","int32"),s=w(t,"updates","tensorScatterupdate");if(Li(s,o,n.shape),n.dtype!==s.dtype)throw new Error(`tensor and updates must have the same dtype, instead they are ${n.dtype} and ${s.dtype}.`);let a={tensor:n,indices:o,updates:s},u={};return C.runKernel(cs,a,u)}var KI=S({tensorScatterUpdate_:rB});function nB(r,e=1,t=!0){let n=w(r,"x","topk");if(n.rank===0)throw new Error("topk() expects the input to be of rank 1 or higher");let o=n.shape[n.shape.length-1];if(e<0)throw new Error(`'k' passed to topk() must be >= 0 but got ${e}`);if(e>o)throw new Error(`'k' passed to topk() must be <= the last dimension (${o}) but got ${e}`);let s={x:n},a={k:e,sorted:t},[u,p]=C.runKernel(ys,s,a);return{values:u,indices:p}}var jI=S({topk_:nB});function oB(r,e=0,t=1,n,o){if(Me(r),n!=null&&n==="bool")throw new Error("Unsupported data type $ { dtype }");let s=new Ls(e,t,n,!0,o),a=he(r,n);for(let u=0;u<a.values.length;u++)a.values[u]=s.nextValue();return a.toTensor()}var XI=S({truncatedNormal_:oB});function sB(r,e=0){let t=w(r,"x","unique","string_or_numeric");_(t.rank>0,()=>"The input tensor must be at least 1D");let n={x:t},o={axis:e},[s,a]=C.runKernel(hi,n,o);return{values:s,indices:a}}var YI=S({unique_:sB});function aB(r,e,t){let n=w(r,"x","unsortedSegmentSum"),o=w(e,"segmentIds","unsortedSegmentSum","int32");_(on(t),()=>"numSegments must be of dtype int");let s={x:n,segmentIds:o},a={numSegments:t};return C.runKernel(Dl,s,a)}var QI=S({unsortedSegmentSum_:aB});function iB(r,e=0){let t=w(r,"x","unstack","string_or_numeric");_(e>=-t.shape.length&&e<t.shape.length,()=>`Axis = ${e} is not in [-${t.shape.length}, ${t.shape.length})`);let n={value:t},o={axis:e};return C.runKernel(gi,n,o)}var fr=S({unstack_:iB});function ZI(r,e){return Xu(r,e,"right")}function JI(r,e=!0,t,n){return C.makeVariable(r,e,t,n)}function Vc(r,e){let t=[];for(let s=0;s<e.length;s++)e[s]&&t.push(s);let n=he(r,"int32"),o=he([t.length,r.length],"int32");for(let s=0;s<t.length;s++){let a=n.indexToLoc(t[s]),u=s*r.length;o.values.set(a,u)}return o.toTensor()}async function uB(r){let e=w(r,"condition","whereAsync","bool"),t=await e.data(),n=Vc(e.shape,t);return r!==e&&e.dispose(),n}var Uc=uB;async function pB(r,e,t){let n=w(r,"tensor","boolMask"),o=w(e,"mask","boolMask","bool"),s=t??0,a=o.rank,u=n.shape;_(a>0,()=>"mask cannot be scalar"),ze(u.slice(s,s+a),o.shape,"mask's shape must match the first K dimensions of tensor's shape,");let p=1;for(let g=s;g<s+a;g++)p*=u[g];let i=u.slice(0,s).concat([p],u.slice(s+a)),l=F(n,i),c=F(o,[-1]),m=await Uc(c),f=Mi(m,[1]),d=fc(l,f,s);return r!==n&&n.dispose(),e!==o&&o.dispose(),f.dispose(),l.dispose(),c.dispose(),m.dispose(),d}var lB=pB;function cB(r,e,t){let n=w(r,"x","transpose");if(e==null&&(e=n.shape.map((a,u)=>u).reverse()),_(n.rank===e.length,()=>`Error in transpose: rank of input ${n.rank} must match length of perm ${e}.`),e.forEach(a=>{_(a>=0&&a<n.rank,()=>`All entries in 'perm' must be between 0 and ${n.rank-1} but got ${e}`)}),n.rank<=1)return n.clone();let o={x:n},s={perm:e};return n.dtype==="complex64"?ie(()=>{let a=xn(n),u=po(n);return a=C.runKernel(pn,{x:a},s),u=C.runKernel(pn,{x:u},s),t&&(u=bt(u)),Lt(a,u)}):C.runKernel(pn,o,s)}var Wc=S({transpose_:cB});function mB(r,e,t,n,o=!0){let s=w(r,"v","movingAverage"),a=w(e,"x","movingAverage"),u=w(t,"decay","movingAverage");Jw(s,a),_(Qt(s.shape,a.shape),()=>"Shape mismatch in v and x");let p=ee(1),i=re(p,u),l=V(re(a,s),i);if(o){_(n!=null,()=>"When using zeroDebias: true, step is required.");let c=w(n,"step","movingAverage");l=ye(l,re(p,hn(u,c)))}return Y(s,l)}var fB=S({movingAverage_:mB});function dB(r,e,t){Me(t);let n=w(r,"indices","scatterND","int32"),o=w(e,"updates","scatterND");Li(o,n,t);let s={indices:n,updates:o},a={shape:t};return C.runKernel(ls,s,a)}var hB=S({scatterND_:dB});function eC(r,e,t,n){if(r.dtype!=="int32")throw new Error(`tf.sparseToDense() expects the indices to be int32 type, but the dtype was ${r.dtype}.`);if(r.rank>2)throw new Error(`sparseIndices should be a scalar, vector, or matrix, but got shape ${r.shape}.`);let o=r.rank>0?r.shape[0]:1,s=r.rank>1?r.shape[1]:1;if(t.length!==s)throw new Error(`outputShape has incorrect number of elements:, ${t.length}, should be: ${s}.`);let a=e.size;if(!(e.rank===0||e.rank===1&&a===o))throw new Error(`sparseValues has incorrect shape ${e.shape}, should be [] or [${o}]`);if(e.dtype!==n.dtype)throw new Error("sparseValues.dtype must match defaultValues.dtype")}function xB(r,e,t,n=0){Me(t);let o=w(r,"sparseIndices","sparseToDense","int32"),s=w(e,"sparseValues","sparseToDense","string_or_numeric"),a=w(n,"defaultValue","sparseToDense",s.dtype);eC(o,s,t,a);let u={sparseIndices:o,sparseValues:s,defaultValue:a},p={outputShape:t};return C.runKernel(gs,u,p)}var yB=S({sparseToDense_:xB});function bB(r,e){let t=w(e,"indices","gatherND","int32"),o={params:w(r,"x","gatherND","string_or_numeric"),indices:t};return C.runKernel(jo,o)}var wB=S({gatherND_:bB});function tC(r,e){if(e==null)return r.shape.slice();if(Qt(r.shape,e))return e;if(r.shape.length===e.length){let t=[];for(let n=0;n<r.shape.length;n++)e[n]==null&&r.shape[n]!=null?t.push(r.shape[n]):t.push(e[n]);return t}return e}function vB(r,e,t,n){let o=w(r,"x","dropout");if(_(o.dtype==="float32",()=>`x has to be a floating point tensor since it's going to be scaled, but got a ${o.dtype} tensor instead.`),_(e>=0&&e<1,()=>`rate must be a float in the range [0, 1), but got ${e}.`),e===0)return r instanceof He?o.clone():o;let s=tC(o,t),a=1-e,u=ye(mc(Y(Fi(s,0,1,"float32",n),a)),a);return V(o,u)}var SB=S({dropout_:vB});function ny(r){return Math.floor(Math.pow(2,Math.ceil(Math.log(r)/Math.log(2))))}function Yu(r,e,t){let n=1-r%2,o=new Float32Array(r);for(let s=0;s<r;++s){let a=2*Math.PI*s/(r+n-1);o[s]=e-t*Math.cos(a)}return ht(o,"float32")}async function IB(r,e,t=1){let n=w(r,"predictions","inTopK"),o=w(e,"targets","inTopK");_(n.rank>1,()=>`inTopK() expects the predictions to be of rank 2 or higher, but got ${n.rank}`),_(n.rank-1===o.rank,()=>`predictions rank should be 1 larger than targets rank, but got predictions rank ${n.rank} and targets rank ${o.rank}`),ze(n.shape.slice(0,n.shape.length-1),o.shape,"predictions's shape should be align with the targets' shape, except the last dimension.");let s=n.shape[n.shape.length-1];_(t>0&&t<=s,()=>`'k' passed to inTopK() must be > 0 && <= the predictions last dimension (${s}), but got ${t}`);let a=await n.data(),u=await o.data(),[p,i]=[a.length/s,s],l=ix("bool",p);for(let c=0;c<p;c++){let m=c*i,f=a.subarray(m,m+i),d=[];for(let g=0;g<f.length;g++)d.push({value:f[g],index:g});d.sort((g,h)=>h.value-g.value),l[c]=0;for(let g=0;g<t;g++)if(d[g].index===u[c]){l[c]=1;break}}return r!==n&&n.dispose(),e!==o&&o.dispose(),mt(l,o.shape,"bool")}var CB=IB;var oy={};Ae(oy,{conv2d:()=>nC,depthwiseConv2d:()=>aC,matMul:()=>iC});function NB(r,e,t,n,o,s="NHWC",a){let u=r;r.rank===3&&(u=F(r,[1,r.shape[0],r.shape[1],r.shape[2]]));let p=e;p.rank===3&&(p=F(e,[1,e.shape[0],e.shape[1],e.shape[2]])),_(u.rank===4,()=>`Error in conv2dDerFilter: input must be rank 4, but got shape ${u.shape}.`),_(p.rank===4,()=>`Error in conv2dDerFilter: dy must be rank 4, but got shape ${p.shape}.`),_(t.length===4,()=>`Error in conv2dDerFilter: filterShape must be length 4, but got ${t}.`);let i=s==="NHWC"?u.shape[3]:u.shape[1],l=s==="NHWC"?p.shape[3]:p.shape[1];_(i===t[2],()=>`Error in conv2dDerFilter: depth of input ${i}) must match input depth in filter (${t[2]}.`),_(l===t[3],()=>`Error in conv2dDerFilter: depth of dy (${l}) must match output depth for filter (${t[3]}).`),Je("conv2dDerFilter",o,a);let c={x:u,dy:p},m={strides:n,pad:o,dataFormat:s,dimRoundingMode:a,filterShape:t};return C.runKernel(vl,c,m)}var rC=S({conv2DBackpropFilter_:NB});function Vs(r,e,t){if(t==null||t==="linear")return r;if(t==="relu")return V(r,Lc(e));throw new Error(`Cannot compute gradient for fused activation ${t}.`)}function Us(r,e){let t=e,n=sc(r.shape,e.shape);return n.length>0&&(t=Ne(t,n)),F(t,r.shape)}function Ws(r,e,t,n){if(e==="linear")return r;if(e==="relu")return co(r);if(e==="elu")return uc(r);if(e==="relu6")return Dc(r);if(e==="prelu")return Tc(r,t);if(e==="leakyrelu")return hc(r,n);if(e==="sigmoid")return Gr(r);throw new Error(`Unknown fused activation ${e}.`)}var Gs=(r,e)=>!(r>0)||e==="linear";function _B({x:r,filter:e,strides:t,pad:n,dataFormat:o="NHWC",dilations:s=[1,1],dimRoundingMode:a,bias:u,activation:p="linear",preluActivationWeights:i,leakyreluAlpha:l}){if(p=p||"linear",Gs(C.state.gradientDepth,p)===!1){_(o==="NHWC",()=>`Error in fused conv2d: got dataFormat of ${o} but only NHWC is currently supported for the case of gradient depth is 0 and the activation is not linear.`);let A=ao(r,e,t,n,o,s,a);return u!=null&&(A=Y(A,u)),Ws(A,p,i,l)}let c=w(r,"x","conv2d","float32"),m=w(e,"filter","conv2d","float32"),f=c,d=!1;c.rank===3&&(d=!0,f=F(c,[1,c.shape[0],c.shape[1],c.shape[2]])),_(f.rank===4,()=>`Error in fused conv2d: input must be rank 4, but got rank ${f.rank}.`),_(m.rank===4,()=>`Error in fused conv2d: filter must be rank 4, but got rank ${m.rank}.`),Je("fused conv2d",n,a);let g=o==="NHWC"?f.shape[3]:f.shape[1];_(m.shape[2]===g,()=>`Error in conv2d: depth of input (${g}) must match input depth for filter ${m.shape[2]}.`),_(kt(t,s),()=>`Error in conv2D: Either strides or dilations must be 1. Got strides ${t} and dilations '${s}'`);let h=As(f.shape,m.shape,t,s,n,a),x;u!=null&&(x=w(u,"bias","fused conv2d"),[x]=me(x,c),o==="NHWC"?Se(h.outShape,x.shape):(_(x.shape.length<=1,()=>`Error in fused conv2d: only supports scalar or 1-D Tensor bias for NCHW format but got the bias of rank-${x.shape.length}.`),_(x.shape.length===0||x.shape[0]===h.outChannels||x.shape[0]===1,()=>`Error in fused conv2d: bias shape (${x.shape}) is not compatible with the number of output channels (${h.outChannels})`)));let v;if(i!=null){let A=i.shape;if(_(A.length<=1||A.length===3,()=>`Error in fused conv2d: only supports scalar, 1-D Tensor or 3-D Tensor PReLU activation weights but got a tensor of rank-${A.length}.`),A.length===1)_(A[0]===1||A[0]===h.outChannels,()=>`Error in fused conv2d: PReLU activation weights (${A}) is not compatible with the number of output channels (${h.outChannels}).`);else if(A.length===3)try{Se(A,h.outShape)}catch{let O=`Error in fused conv2d: PReLU activation weights (${A}) is not compatible with the output shape of the conv2d (${h.outShape}).`;throw Error(O)}v=w(i,"prelu weights","fused conv2d")}let I=(A,R)=>{_(o==="NHWC",()=>`Error in gradient of fused conv2D: got dataFormat of ${o} but only NHWC is currently supported.`);let[O,M,L,U]=R,z=Vs(A,L,p);_($s(s),()=>`Error in gradient of fused conv2D: dilation rates greater than 1 are not yet supported in gradients. Got dilations '${s}'`);let J=nc(M.shape,z,O,t,n),ae=rC(M,z,O.shape,t,n),ue=[J,ae];if(U!=null){let Ee=Us(U,z);ue.push(Ee)}return ue},T={x:f,filter:m,bias:x,preluActivationWeights:v},E={strides:t,pad:n,dataFormat:o,dilations:s,dimRoundingMode:a,activation:p,leakyreluAlpha:l};return u==null?Ut((R,O,M)=>{let L=C.runKernel(Yn,T,E);return M([O,R,L]),d&&(L=F(L,[L.shape[1],L.shape[2],L.shape[3]])),{value:L,gradFunc:I}})(f,m):Ut((R,O,M,L)=>{let U=C.runKernel(Yn,T,E);return L([O,R,U,M]),d&&(U=F(U,[U.shape[1],U.shape[2],U.shape[3]])),{value:U,gradFunc:I}})(f,m,x)}var nC=S({fusedConv2d_:_B});function TB(r,e,t,n,o,s=[1,1],a){let u=r;r.rank===3&&(u=F(r,[1,r.shape[0],r.shape[1],r.shape[2]]));let p=e;p.rank===3&&(p=F(e,[1,e.shape[0],e.shape[1],e.shape[2]]));let i={x:u,dy:p},l={strides:n,pad:o,dimRoundingMode:a,dilations:s,filterShape:t};return C.runKernel(Sl,i,l)}var oC=S({depthwiseConv2dNativeBackpropFilter_:TB});function kB(r,e,t,n,o,s=[1,1],a){let u=e,p=!1;e.rank===3&&(p=!0,u=F(e,[1,e.shape[0],e.shape[1],e.shape[2]]));let i={dy:u,filter:t},l={strides:n,pad:o,dimRoundingMode:a,dilations:s,inputShape:r},c=C.runKernel(Il,i,l);return p?F(c,[c.shape[1],c.shape[2],c.shape[3]]):c}var sC=S({depthwiseConv2dNativeBackpropInput_:kB});function EB({x:r,filter:e,strides:t,pad:n,dataFormat:o="NHWC",dilations:s=[1,1],dimRoundingMode:a,bias:u,activation:p="linear",preluActivationWeights:i,leakyreluAlpha:l}){if(Gs(C.state.gradientDepth,p)===!1){let E=Ei(r,e,t,n,o,s,a);return u!=null&&(E=Y(E,u)),Ws(E,p,i,l)}let c=w(r,"x","depthwiseConv2d","float32"),m=w(e,"filter","depthwiseConv2d","float32"),f=c,d=!1;c.rank===3&&(d=!0,f=F(c,[1,c.shape[0],c.shape[1],c.shape[2]])),_(f.rank===4,()=>`Error in fused depthwiseConv2d: input must be rank 4, but got rank ${f.rank}.`),_(m.rank===4,()=>`Error in fused depthwiseConv2d: filter must be rank 4, but got rank ${m.rank}.`),_(f.shape[3]===m.shape[2],()=>`Error in fused depthwiseConv2d: number of input channels (${f.shape[3]}) must match the inChannels dimension in filter ${m.shape[2]}.`),s==null&&(s=[1,1]),_(kt(t,s),()=>`Error in fused depthwiseConv2d: Either strides or dilations must be 1. Got strides ${t} and dilations '${s}'`),Je("fused depthwiseConv2d",n,a);let g=As(f.shape,m.shape,t,s,n,a,!0),h;u!=null&&(h=w(u,"bias","fused conv2d"),[h]=me(h,c),Se(g.outShape,h.shape));let x;i!=null&&(x=w(i,"prelu weights","fused depthwiseConv2d"));let v=(E,A)=>{_($s(s),()=>`Error in gradient of fused depthwiseConv2d: dilation rates greater than 1 are not yet supported. Got dilations '${s}'`);let[R,O,M,L]=A,U=Vs(E,M,p),z=sC(O.shape,U,R,t,n,s,a),J=oC(O,U,R.shape,t,n,s,a);if(L!=null){let ae=Us(h,U);return[z,J,ae]}return[z,J]},I={x:f,filter:m,bias:h,preluActivationWeights:x},T={strides:t,pad:n,dataFormat:o,dilations:s,dimRoundingMode:a,activation:p,leakyreluAlpha:l};return u==null?Ut((A,R,O)=>{let M=C.runKernel(Qn,I,T);return O([R,A,M]),d&&(M=F(M,[M.shape[1],M.shape[2],M.shape[3]])),{value:M,gradFunc:v}})(f,m):Ut((A,R,O,M)=>{let L=C.runKernel(Qn,I,T);return M([R,A,L,O]),d&&(L=F(L,[L.shape[1],L.shape[2],L.shape[3]])),{value:L,gradFunc:v}})(f,m,h)}var aC=S({fusedDepthwiseConv2d_:EB});function $B({a:r,b:e,transposeA:t=!1,transposeB:n=!1,bias:o,activation:s="linear",preluActivationWeights:a,leakyreluAlpha:u=.2}){if(Gs(C.state.gradientDepth,s)===!1){let U=Ce(r,e,t,n);return o!=null&&(U=Y(U,o)),Ws(U,s,a,u)}let p=w(r,"a","fused matMul"),i=w(e,"b","fused matMul");[p,i]=me(p,i);let l=t?p.shape[p.rank-2]:p.shape[p.rank-1],c=n?i.shape[i.rank-1]:i.shape[i.rank-2],m=t?p.shape[p.rank-1]:p.shape[p.rank-2],f=n?i.shape[i.rank-2]:i.shape[i.rank-1],d=p.shape.slice(0,-2),g=i.shape.slice(0,-2),h=de(d),x=de(g);_(l===c,()=>`Error in fused matMul: inner shapes (${l}) and (${c}) of Tensors with shapes ${p.shape} and ${i.shape} and transposeA=${t} and transposeB=${n} must match.`);let I=Se(p.shape.slice(0,-2),i.shape.slice(0,-2)).concat([m,f]),T=t?F(p,[h,l,m]):F(p,[h,m,l]),E=n?F(i,[x,f,c]):F(i,[x,c,f]),A;o!=null&&(A=w(o,"bias","fused matMul"),[A]=me(A,p),Se(I,A.shape));let R;a!=null&&(R=w(a,"prelu weights","fused matMul"));let O=(U,z)=>{let[J,ae,ue,Ee]=z,pe=Vs(F(U,ue.shape),ue,s),$e,Xe;if(!t&&!n?($e=Ce(pe,ae,!1,!0),Xe=Ce(J,pe,!0,!1)):!t&&n?($e=Ce(pe,ae,!1,!1),Xe=Ce(pe,J,!0,!1)):t&&!n?($e=Ce(ae,pe,!1,!0),Xe=Ce(J,pe,!1,!1)):($e=Ce(ae,pe,!0,!0),Xe=Ce(pe,J,!0,!0)),o!=null){let it=Us(Ee,pe);return[$e,Xe,it]}else return[$e,Xe]},M={a:T,b:E,bias:A,preluActivationWeights:R},L={transposeA:t,transposeB:n,activation:s,leakyreluAlpha:u};return o==null?Ut((z,J,ae)=>{let ue=C.runKernel(Xn,M,L);return ae([z,J,ue]),{value:F(ue,I),gradFunc:O}})(T,E):Ut((z,J,ae,ue)=>{let Ee=C.runKernel(Xn,M,L);return ue([z,J,Ee,ae]),{value:F(Ee,I),gradFunc:O}})(T,E,A)}var iC=S({fusedMatMul_:$B});function AB(r){return Yu(r,.54,.46)}var uC=S({hammingWindow_:AB});function RB(r){return Yu(r,.5,.5)}var Gc=S({hannWindow_:RB});function DB(r,e,t,n=!1,o=0){let s=0,a=[];for(;s+e<=r.size;)a.push(be(r,s,e)),s+=t;if(n)for(;s<r.size;){let u=s+e-r.size,p=Fe([be(r,s,e-u),zr([u],o)]);a.push(p),s+=t}return a.length===0?mo([],[0,e]):F(Fe(a),[a.length,e])}var zc=S({frame_:DB});function FB(r,e,t,n,o=Gc){n==null&&(n=ny(e));let s=zc(r,e,t),a=V(s,o(e));return Pi(a,n)}var pC=S({stft_:FB});function OB(r,e,t,n,o="bilinear",s=0){let a=w(r,"image","cropAndResize"),u=w(e,"boxes","cropAndResize","float32"),p=w(t,"boxInd","cropAndResize","int32"),i=u.shape[0];_(a.rank===4,()=>`Error in cropAndResize: image must be rank 4,but got rank ${a.rank}.`),_(u.rank===2&&u.shape[1]===4,()=>`Error in cropAndResize: boxes must be have size [${i},4] but had shape ${u.shape}.`),_(p.rank===1&&p.shape[0]===i,()=>`Error in cropAndResize: boxInd must be have size [${i}] but had shape ${u.shape}.`),_(n.length===2,()=>`Error in cropAndResize: cropSize must be of length 2, but got length ${n.length}.`),_(n[0]>=1&&n[1]>=1,()=>`cropSize must be atleast [1,1], but was ${n}`),_(o==="bilinear"||o==="nearest",()=>`method must be bilinear or nearest, but was ${o}`);let l={image:a,boxes:u,boxInd:p},c={method:o,extrapolationValue:s,cropSize:n};return C.runKernel(Wo,l,c)}var lC=S({cropAndResize_:OB});function PB(r){let e=w(r,"image","flipLeftRight","float32");_(e.rank===4,()=>`Error in flipLeftRight: image must be rank 4,but got rank ${e.rank}.`);let t={image:e};return C.runKernel(qo,t,{})}var cC=S({flipLeftRight_:PB});function MB(r){let e=w(r,"image","grayscaleToRGB"),t=e.rank-1,n=e.shape[t];_(e.rank>=2,()=>`Error in grayscaleToRGB: images must be at least rank 2, but got rank ${e.rank}.`),_(n===1,()=>`Error in grayscaleToRGB: last dimension of a grayscale image should be size 1, but got size ${n}.`);let o=new Array(e.rank);return o.fill(1,0,t),o[t]=3,uo(e,o)}var mC=S({grayscaleToRGB_:MB});function LB(r){let e=w(r,"image","RGBToGrayscale"),t=e.rank-1,n=e.shape[t];_(e.rank>=2,()=>`Error in RGBToGrayscale: images must be at least rank 2, but got rank ${e.rank}.`),_(n===3,()=>`Error in RGBToGrayscale: last dimension of an RGB image should be size 3, but got size ${n}.`);let o=e.dtype,s=Ie(e,"float32"),a=ht([.2989,.587,.114]),u;switch(e.rank){case 2:u=io("ij,j->i",s,a);break;case 3:u=io("ijk,k->ij",s,a);break;case 4:u=io("ijkl,l->ijk",s,a);break;case 5:u=io("ijklm,m->ijkl",s,a);break;case 6:u=io("ijklmn,n->ijklm",s,a);break;default:throw new Error("Not a valid tensor rank.")}return u=Ar(u,-1),Ie(u,o)}var fC=S({rgbToGrayscale_:LB});function BB(r,e,t=0,n=.5){let o=w(r,"image","rotateWithOffset","float32");_(o.rank===4,()=>`Error in rotateWithOffset: image must be rank 4,but got rank ${o.rank}.`);let s={image:o},a={radians:e,fillValue:t,center:n};return C.runKernel(vs,s,a)}var dC=S({rotateWithOffset_:BB});function Ir(r,e,t,n,o,s){n==null&&(n=.5),o==null&&(o=Number.NEGATIVE_INFINITY),s==null&&(s=0);let a=r.shape[0];return t=Math.min(t,a),_(0<=n&&n<=1,()=>`iouThreshold must be in [0, 1], but was '${n}'`),_(r.rank===2,()=>`boxes must be a 2D tensor, but was of rank '${r.rank}'`),_(r.shape[1]===4,()=>`boxes must have 4 columns, but 2nd dimension was ${r.shape[1]}`),_(e.rank===1,()=>"scores must be a 1D tensor"),_(e.shape[0]===a,()=>`scores has incompatible shape with boxes. Expected ${a}, but was ${e.shape[0]}`),_(0<=s&&s<=1,()=>`softNmsSigma must be in [0, 1], but was '${s}'`),{maxOutputSize:t,iouThreshold:n,scoreThreshold:o,softNmsSigma:s}}function VB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY){let s=w(r,"boxes","nonMaxSuppression","float32"),a=w(e,"scores","nonMaxSuppression","float32"),u=Ir(s,a,t,n,o);t=u.maxOutputSize,n=u.iouThreshold,o=u.scoreThreshold;let p={maxOutputSize:t,iouThreshold:n,scoreThreshold:o};return C.runKernel(ts,{boxes:s,scores:a},p)}var hC=S({nonMaxSuppression_:VB});function gC(r,e,t){let n=UB(r,e,t),o=n<0?-(n+1):n;r.splice(o,0,e)}function UB(r,e,t){return GB(r,e,t||WB)}function WB(r,e){return r>e?1:r<e?-1:0}function GB(r,e,t){let n=0,o=r.length,s=0,a=!1;for(;n<o;){s=n+(o-n>>>1);let u=t(e,r[s]);u>0?n=s+1:(o=s,a=!u)}return a?n:-n-1}function Hc(r,e,t,n,o){return sy(r,e,t,n,o,0)}function qc(r,e,t,n,o,s){return sy(r,e,t,n,o,0,!1,s,!0)}function Kc(r,e,t,n,o,s){return sy(r,e,t,n,o,s,!0)}function sy(r,e,t,n,o,s,a=!1,u=!1,p=!1){let i=[];for(let h=0;h<e.length;h++)e[h]>o&&i.push({score:e[h],boxIndex:h,suppressBeginIndex:0});i.sort(xC);let l=s>0?-.5/s:0,c=[],m=[];for(;c.length<t&&i.length>0;){let h=i.pop(),{score:x,boxIndex:v,suppressBeginIndex:I}=h;if(x<o)break;let T=!1;for(let E=c.length-1;E>=I;--E){let A=zB(r,v,c[E]);if(A>=n){T=!0;break}if(h.score=h.score*HB(n,l,A),h.score<=o)break}h.suppressBeginIndex=c.length,T||(h.score===x?(c.push(v),m.push(h.score)):h.score>o&&gC(i,h,xC))}let f=c.length,d=t-f;u&&d>0&&(c.push(...new Array(d).fill(0)),m.push(...new Array(d).fill(0)));let g={selectedIndices:c};return a&&(g.selectedScores=m),p&&(g.validOutputs=f),g}function zB(r,e,t){let n=r.subarray(e*4,e*4+4),o=r.subarray(t*4,t*4+4),s=Math.min(n[0],n[2]),a=Math.min(n[1],n[3]),u=Math.max(n[0],n[2]),p=Math.max(n[1],n[3]),i=Math.min(o[0],o[2]),l=Math.min(o[1],o[3]),c=Math.max(o[0],o[2]),m=Math.max(o[1],o[3]),f=(u-s)*(p-a),d=(c-i)*(m-l);if(f<=0||d<=0)return 0;let g=Math.max(s,i),h=Math.max(a,l),x=Math.min(u,c),v=Math.min(p,m),I=Math.max(x-g,0)*Math.max(v-h,0);return I/(f+d-I)}function HB(r,e,t){let n=Math.exp(e*t*t);return t<=r?n:0}function xC(r,e){return r.score-e.score||r.score===e.score&&e.boxIndex-r.boxIndex}async function qB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY){let s=w(r,"boxes","nonMaxSuppressionAsync"),a=w(e,"scores","nonMaxSuppressionAsync"),u=Ir(s,a,t,n,o);t=u.maxOutputSize,n=u.iouThreshold,o=u.scoreThreshold;let p=await Promise.all([s.data(),a.data()]),i=p[0],l=p[1],{selectedIndices:c}=Hc(i,l,t,n,o);return s!==r&&s.dispose(),a!==e&&a.dispose(),ht(c,"int32")}var yC=qB;function KB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY,s=0){let a=w(r,"boxes","nonMaxSuppression"),u=w(e,"scores","nonMaxSuppression"),p=Ir(a,u,t,n,o,s);t=p.maxOutputSize,n=p.iouThreshold,o=p.scoreThreshold,s=p.softNmsSigma;let i={boxes:a,scores:u},l={maxOutputSize:t,iouThreshold:n,scoreThreshold:o,softNmsSigma:s},c=C.runKernel(ns,i,l);return{selectedIndices:c[0],selectedScores:c[1]}}var bC=S({nonMaxSuppressionWithScore_:KB});async function jB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY,s=0){let a=w(r,"boxes","nonMaxSuppressionAsync"),u=w(e,"scores","nonMaxSuppressionAsync"),p=Ir(a,u,t,n,o,s);t=p.maxOutputSize,n=p.iouThreshold,o=p.scoreThreshold,s=p.softNmsSigma;let i=await Promise.all([a.data(),u.data()]),l=i[0],c=i[1],{selectedIndices:m,selectedScores:f}=Kc(l,c,t,n,o,s);return a!==r&&a.dispose(),u!==e&&u.dispose(),{selectedIndices:ht(m,"int32"),selectedScores:ht(f)}}var wC=jB;function XB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY,s=!1){let a=w(r,"boxes","nonMaxSuppression"),u=w(e,"scores","nonMaxSuppression"),p=Ir(a,u,t,n,o,null),i=p.maxOutputSize,l=p.iouThreshold,c=p.scoreThreshold,m={boxes:a,scores:u},f={maxOutputSize:i,iouThreshold:l,scoreThreshold:c,padToMaxOutputSize:s},d=C.runKernel(rs,m,f);return{selectedIndices:d[0],validOutputs:d[1]}}var vC=S({nonMaxSuppressionPadded_:XB});async function YB(r,e,t,n=.5,o=Number.NEGATIVE_INFINITY,s=!1){let a=w(r,"boxes","nonMaxSuppressionAsync"),u=w(e,"scores","nonMaxSuppressionAsync"),p=Ir(a,u,t,n,o,null),i=p.maxOutputSize,l=p.iouThreshold,c=p.scoreThreshold,[m,f]=await Promise.all([a.data(),u.data()]),{selectedIndices:d,validOutputs:g}=qc(m,f,i,l,c,s);return a!==r&&a.dispose(),u!==e&&u.dispose(),{selectedIndices:ht(d,"int32"),validOutputs:ee(g,"int32")}}var SC=YB;function QB(r,e,t=!1,n=!1){let o=w(r,"images","resizeBilinear");_(o.rank===3||o.rank===4,()=>`Error in resizeBilinear: x must be rank 3 or 4, but got rank ${o.rank}.`),_(e.length===2,()=>`Error in resizeBilinear: new shape must 2D, but got shape ${e}.`),_(n===!1||t===!1,()=>"Error in resizeBilinear: If halfPixelCenters is true, alignCorners must be false.");let s=o,a=!1;o.rank===3&&(a=!0,s=F(o,[1,o.shape[0],o.shape[1],o.shape[2]]));let[]=e,u={images:s},p={alignCorners:t,halfPixelCenters:n,size:e},i=C.runKernel(us,u,p);return a?F(i,[i.shape[1],i.shape[2],i.shape[3]]):i}var IC=S({resizeBilinear_:QB});function ZB(r,e,t=!1,n=!1){let o=w(r,"images","resizeNearestNeighbor");_(o.rank===3||o.rank===4,()=>`Error in resizeNearestNeighbor: x must be rank 3 or 4, but got rank ${o.rank}.`),_(e.length===2,()=>`Error in resizeNearestNeighbor: new shape must 2D, but got shape ${e}.`),_(o.dtype==="float32"||o.dtype==="int32",()=>"`images` must have `int32` or `float32` as dtype"),_(n===!1||t===!1,()=>"Error in resizeNearestNeighbor: If halfPixelCenters is true, alignCorners must be false.");let s=o,a=!1;o.rank===3&&(a=!0,s=F(o,[1,o.shape[0],o.shape[1],o.shape[2]]));let[]=e,u={images:s},p={alignCorners:t,halfPixelCenters:n,size:e},i=C.runKernel(is,u,p);return a?F(i,[i.shape[1],i.shape[2],i.shape[3]]):i}var CC=S({resizeNearestNeighbor_:ZB});function JB(r,e="binary",t=!1,n=.5){let o=w(r,"image","threshold"),s=.2989,a=.587,u=.114,p=o.shape[0]*o.shape[1],i=V(ht([n]),255),l,c,m,f;if(_(o.rank===3,()=>`Error in threshold: image must be rank 3,but got rank ${o.rank}.`),_(o.shape[2]===3||o.shape[2]===1,()=>`Error in threshold: image color channel must be equal to 3 or 1but got ${o.shape[2]}.`),_(o.dtype==="int32"||o.dtype==="float32",()=>`Error in dtype: image dtype must be int32 or float32,but got dtype ${o.dtype}.`),_(e==="otsu"||e==="binary",()=>`Method must be binary or otsu, but was ${e}`),o.shape[2]===3){[l,c,m]=yn(o,[1,1,1],-1);let h=V(l,s),x=V(c,a),v=V(m,u);f=Y(Y(h,x),v)}else f=r;if(e==="otsu"){let h=rc(Ie(Fc(f),"int32"),mt([]),256);i=e3(h,p)}let d=t?Ai(f,i):Ds(f,i);return Ie(V(d,255),"int32")}function e3(r,e){let t=ht([-1]),n=ht([0]),o=ht([0]),s,a,u,p,i,l;for(let c=0;c<r.size-1;c++){s=be(r,0,c+1),a=be(r,c+1),i=ye(Ne(s),e),l=ye(Ne(a),e);let m=Ne(V(s,lo(0,s.size)));u=ye(m,Ne(s));let f=zr(a.shape,s.size),d=Y(lo(0,a.size),f),g=V(a,d);p=ye(Ne(g),Ne(a));let h=re(u,p),x=re(u,p),v=V(i,l);o=V(V(v,h),x);let I=Ds(o,n);n=cr(I,o,n),t=cr(I,ht([c]),t)}return t}var NC=S({threshold_:JB});function t3(r,e,t="nearest",n="constant",o=0,s){let a=w(r,"image","transform","float32"),u=w(e,"transforms","transform","float32");_(a.rank===4,()=>`Error in transform: image must be rank 4,but got rank ${a.rank}.`),_(u.rank===2&&(u.shape[0]===a.shape[0]||u.shape[0]===1)&&u.shape[1]===8,()=>"Error in transform: Input transform should be batch x 8 or 1 x 8"),_(s==null||s.length===2,()=>`Error in transform: outputShape must be [height, width] or null, but got ${s}.`);let p={image:a,transforms:u},i={interpolation:t,fillMode:n,fillValue:o,outputShape:s};return C.runKernel(bs,p,i)}var _C=S({transform_:t3});function r3(r,e,t){let n=w(r,"a","bandPart");_(n.rank>=2,()=>`bandPart(): Rank must be at least 2, got ${n.rank}.`);let o=n.shape,[s,a]=n.shape.slice(-2),u,p;typeof e=="number"?(_(e%1===0,()=>`bandPart(): numLower must be an integer, got ${e}.`),_(e<=s,()=>`bandPart(): numLower (${e}) must not be greater than the number of rows (${s}).`),u=w(e<0?s:e,"numLower","bandPart")):(_(e.dtype==="int32",()=>"bandPart(): numLower's dtype must be an int32."),u=cr(qu(e,0),s,Ps(e,s))),typeof t=="number"?(_(t%1===0,()=>`bandPart(): numUpper must be an integer, got ${t}.`),_(t<=a,()=>`bandPart(): numUpper (${t}) must not be greater than the number of columns (${a}).`),p=w(t<0?a:t,"numUpper","bandPart")):(_(t.dtype==="int32",()=>"bandPart(): numUpper's dtype must be an int32."),p=cr(qu(t,0),a,Ps(t,a)));let i=F(lo(0,s,1,"int32"),[-1,1]),l=lo(0,a,1,"int32"),c=re(i,l),m=Fs(Ai(c,u),dc(c,bt(p))),f=Sr([s,a],n.dtype);return F(Dt(fr(F(n,[-1,s,a])).map(d=>cr(m,d,f))),o)}var TC=S({bandPart_:r3});function n3(r){let e;if(Array.isArray(r)){e=!1,_(r!=null&&r.length>0,()=>"Gram-Schmidt process: input must not be null, undefined, or empty");let o=r[0].shape[0];for(let s=1;s<r.length;++s)_(r[s].shape[0]===o,()=>`Gram-Schmidt: Non-unique lengths found in the input vectors: (${r[s].shape[0]} vs. ${o})`)}else e=!0,r=yn(r,r.shape[0],0).map(o=>Mi(o,[0]));_(r.length<=r[0].shape[0],()=>`Gram-Schmidt: Number of vectors (${r.length}) exceeds number of dimensions (${r[0].shape[0]}).`);let t=[],n=r;for(let o=0;o<r.length;++o)t.push(C.tidy(()=>{let s=n[o];if(o>0)for(let a=0;a<o;++a){let u=V(Ne(V(t[a],s)),t[a]);s=re(s,u)}return ye(s,Rs(s,"euclidean"))}));return e?Dt(t,0):t}var kC=S({gramSchmidt_:n3});function o3(r,e=!1){if(_(r.rank>=2,()=>`qr() requires input tensor to have a rank >= 2, but got rank ${r.rank}`),r.rank===2)return EC(r,e);{let t=r.shape.slice(0,r.shape.length-2).reduce((p,i)=>p*i),n=fr(F(r,[t,r.shape[r.shape.length-2],r.shape[r.shape.length-1]]),0),o=[],s=[];n.forEach(p=>{let[i,l]=EC(p,e);o.push(i),s.push(l)});let a=F(Dt(o,0),r.shape),u=F(Dt(s,0),r.shape);return[a,u]}}function EC(r,e=!1){return C.tidy(()=>{_(r.shape.length===2,()=>`qr2d() requires a 2D Tensor, but got a ${r.shape.length}D Tensor.`);let t=r.shape[0],n=r.shape[1],o=cc(t),s=er(r),a=mo([[1]],[1,1]),u=er(a),p=t>=n?n:t;for(let i=0;i<p;++i){let l=s,c=u,m=o;[u,s,o]=C.tidy(()=>{let f=be(s,[i,i],[t-i,1]),d=Rs(f),g=be(s,[i,i],[1,1]),h=cr(Ds(g,0),mo([[-1]]),mo([[1]])),x=re(g,V(h,d)),v=ye(f,x);v.shape[0]===1?u=er(a):u=Fe([a,be(v,[1,0],[v.shape[0]-1,v.shape[1]])],0);let I=bt(ye(Ce(h,x),d)),T=be(s,[i,0],[t-i,n]),E=V(I,u),A=Wc(u);if(i===0)s=re(T,Ce(E,Ce(A,T)));else{let M=re(T,Ce(E,Ce(A,T)));s=Fe([be(s,[0,0],[i,n]),M],0)}let R=Wc(E),O=be(o,[0,i],[t,o.shape[1]-i]);if(i===0)o=re(O,Ce(Ce(O,u),R));else{let M=re(O,Ce(Ce(O,u),R));o=Fe([be(o,[0,0],[t,i]),M],1)}return[u,s,o]}),qe([l,c,m])}return!e&&t>n&&(o=be(o,[0,0],[t,n]),s=be(s,[0,0],[n,n])),[o,s]})}var $C=S({qr_:o3});var Qe;(function(r){r[r.NONE=0]="NONE",r[r.MEAN=1]="MEAN",r[r.SUM=2]="SUM",r[r.SUM_BY_NONZERO_WEIGHTS=3]="SUM_BY_NONZERO_WEIGHTS"})(Qe||(Qe={}));function s3(r,e,t=Qe.SUM_BY_NONZERO_WEIGHTS){let n=w(r,"losses","computeWeightedLoss"),o=null;e!=null&&(o=w(e,"weights","computeWeightedLoss"));let s=o==null?n:V(n,o);if(t===Qe.NONE)return s;if(t===Qe.SUM)return Ne(s);if(t===Qe.MEAN){if(o==null)return Os(s);{let a=n.size/o.size,u=ye(Ne(s),Ne(o));return a>1?ye(u,ee(a)):u}}if(t===Qe.SUM_BY_NONZERO_WEIGHTS){if(o==null)return ye(Ne(s),ee(n.size));{let a=V(o,qr(n.shape)),u=Ie(Ne(Nc(a,ee(0))),"float32");return ye(Ne(s),u)}}throw Error(`Unknown reduction: ${t}`)}var wt=S({computeWeightedLoss_:s3});function a3(r,e,t,n=Qe.SUM_BY_NONZERO_WEIGHTS){let o=w(r,"labels","absoluteDifference"),s=w(e,"predictions","absoluteDifference"),a=null;t!=null&&(a=w(t,"weights","absoluteDifference")),ze(o.shape,s.shape,"Error in absoluteDifference: ");let u=ft(re(o,s));return wt(u,a,n)}var AC=S({absoluteDifference_:a3});function i3(r,e,t,n,o=Qe.SUM_BY_NONZERO_WEIGHTS){let s=w(r,"labels","cosineDistance"),a=w(e,"predictions","cosineDistance"),u=null;n!=null&&(u=w(n,"weights","cosineDistance")),ze(s.shape,a.shape,"Error in cosineDistance: ");let p=ee(1),i=re(p,Ne(V(s,a),t,!0));return wt(i,u,o)}var RC=S({cosineDistance_:i3});function u3(r,e,t,n=Qe.SUM_BY_NONZERO_WEIGHTS){let o=w(r,"labels","hingeLoss"),s=w(e,"predictions","hingeLoss"),a=null;t!=null&&(a=w(t,"weights","hingeLoss")),ze(o.shape,s.shape,"Error in hingeLoss: ");let u=ee(1);o=re(V(ee(2),o),u);let p=co(re(u,V(o,s)));return wt(p,a,n)}var DC=S({hingeLoss_:u3});function p3(r,e,t,n=1,o=Qe.SUM_BY_NONZERO_WEIGHTS){let s=w(r,"labels","huberLoss"),a=w(e,"predictions","huberLoss"),u=null;t!=null&&(u=w(t,"weights","huberLoss")),ze(s.shape,a.shape,"Error in huberLoss: ");let p=ee(n),i=ft(re(a,s)),l=Ps(i,p),c=re(i,l),m=Y(V(ee(.5),dt(l)),V(p,c));return wt(m,u,o)}var FC=S({huberLoss_:p3});function l3(r,e,t,n=1e-7,o=Qe.SUM_BY_NONZERO_WEIGHTS){let s=w(r,"labels","logLoss"),a=w(e,"predictions","logLoss"),u=null;t!=null&&(u=w(t,"weights","logLoss")),ze(s.shape,a.shape,"Error in logLoss: ");let p=ee(1),i=ee(n),l=bt(V(s,gn(Y(a,i)))),c=V(re(p,s),gn(Y(re(p,a),i))),m=re(l,c);return wt(m,u,o)}var OC=S({logLoss_:l3});function c3(r,e,t,n=Qe.SUM_BY_NONZERO_WEIGHTS){let o=w(r,"labels","meanSquaredError"),s=w(e,"predictions","meanSquaredError"),a=null;t!=null&&(a=w(t,"weights","meanSquaredError")),ze(o.shape,s.shape,"Error in meanSquaredError: ");let u=Mc(o,s);return wt(u,a,n)}var PC=S({meanSquaredError_:c3});function m3(r,e){let t=w(r,"labels","sigmoidCrossEntropyWithLogits"),n=w(e,"logits","sigmoidCrossEntropyWithLogits");ze(t.shape,n.shape,"Error in sigmoidCrossEntropyWithLogits: ");let o=co(n),s=V(n,t),a=gc(vr(bt(ft(n))));return Y(re(o,s),a)}function f3(r,e,t,n=0,o=Qe.SUM_BY_NONZERO_WEIGHTS){let s=w(r,"multiClassLabels","sigmoidCrossEntropy"),a=w(e,"logits","sigmoidCrossEntropy"),u=null;if(t!=null&&(u=w(t,"weights","sigmoidCrossEntropy")),ze(s.shape,a.shape,"Error in sigmoidCrossEntropy: "),n>0){let i=ee(n),l=ee(1),c=ee(.5);s=Y(V(s,re(l,i)),V(c,i))}let p=m3(s,a);return wt(p,u,o)}var MC=S({sigmoidCrossEntropy_:f3});function d3(r,e,t=-1){if(t===-1&&(t=e.rank-1),t!==e.rank-1)throw Error(`Softmax cross entropy along a non-last dimension is not yet supported. Labels / logits was rank ${e.rank} and dim was ${t}`);return Ut((o,s,a)=>{let p=yc(s,[t],!0),i=re(Ie(s,"float32"),p);a([o,i]);let l=bt(V(i,o));return{value:Ne(l,[t]),gradFunc:(f,d)=>{let[g,h]=d,x=dn(f.shape,[t]);return[V(F(f,x),re(Ie(g,"float32"),vr(h))),V(F(f,x),re(vr(h),Ie(g,"float32")))]}}})(r,e)}function h3(r,e,t,n=0,o=Qe.SUM_BY_NONZERO_WEIGHTS){let s=w(r,"onehotLabels","softmaxCrossEntropy"),a=w(e,"logits","softmaxCrossEntropy"),u=null;if(t!=null&&(u=w(t,"weights","softmaxCrossEntropy")),ze(s.shape,a.shape,"Error in softmaxCrossEntropy: "),n>0){let i=ee(n),l=ee(1),c=ee(s.shape[1]);s=Y(V(s,re(l,i)),ye(i,c))}let p=d3(s,a);return wt(p,u,o)}var LC=S({softmaxCrossEntropy_:h3});function g3(r,e,t,n){let o=w(r,"indices","sparseFillEmptyRows","int32"),s=w(e,"values","sparseFillEmptyRows"),a=w(t,"denseShape","sparseFillEmptyRows","int32"),u=w(n,"defaultValue","sparseFillEmptyRows",s.dtype);if(o.rank!==2)throw new Error(`Indices should be Tensor2D but received shape
        ${o.shape}`);if(s.rank!==1)throw new Error(`Values should be Tensor1D but received shape ${s.shape}`);if(a.rank!==1)throw new Error(`Dense shape should be Tensor1D but received shape ${a.shape}`);if(u.rank!==0)throw new Error(`Default value should be a scalar but received shape ${u.shape}`);let p={indices:o,values:s,denseShape:a,defaultValue:u},i=C.runKernel(ii,p);return{outputIndices:i[0],outputValues:i[1],emptyRowIndicator:i[2],reverseIndexMap:i[3]}}var BC=S({sparseFillEmptyRows_:g3});function x3(r,e,t){let n=w(r,"inputIndices","sparseReshape","int32"),o=w(e,"inputShape","sparseReshape","int32"),s=w(t,"newShape","sparseReshape","int32");if(n.rank!==2)throw new Error(`Input indices should be Tensor2D but received shape
        ${n.shape}`);if(o.rank!==1)throw new Error(`Input shape should be Tensor1D but received shape ${o.shape}`);if(s.rank!==1)throw new Error(`New shape should be Tensor1D but received shape ${s.shape}`);let a={inputIndices:n,inputShape:o,newShape:s},u=C.runKernel(hs,a);return{outputIndices:u[0],outputShape:u[1]}}var VC=S({sparseReshape_:x3});function y3(r,e,t){let n=w(r,"data","sparseSegmentMean"),o=w(e,"indices","sparseSegmentMean","int32"),s=w(t,"segmentIds","sparseSegmentMean","int32");if(n.rank<1)throw new Error("Data should be at least 1 dimensional but received scalar");if(o.rank!==1)throw new Error(`Indices should be Tensor1D but received shape
          ${o.shape}`);if(s.rank!==1)throw new Error(`Segment ids should be Tensor1D but received shape
          ${s.shape}`);let a={data:n,indices:o,segmentIds:s};return C.runKernel(ui,a)}var UC=S({sparseSegmentMean_:y3});function b3(r,e,t){let n=w(r,"data","sparseSegmentSum"),o=w(e,"indices","sparseSegmentSum","int32"),s=w(t,"segmentIds","sparseSegmentSum","int32");if(n.rank<1)throw new Error("Data should be at least 1 dimensional but received scalar");if(o.rank!==1)throw new Error(`Indices should be Tensor1D but received shape
         ${o.shape}`);if(s.rank!==1)throw new Error(`Segment ids should be Tensor1D but received shape
         ${s.shape}`);let a={data:n,indices:o,segmentIds:s};return C.runKernel(pi,a)}var WC=S({sparseSegmentSum_:b3});function w3(r,e,t,n,o,s,a,u){let p=w(r,"data","stringNGrams","string");if(p.dtype!=="string")throw new Error("Data must be of datatype string");if(p.shape.length!==1)throw new Error(`Data must be a vector, saw: ${p.shape}`);let i=w(e,"dataSplits","stringNGrams");if(i.dtype!=="int32")throw new Error("Data splits must be of datatype int32");let l={separator:t,nGramWidths:n,leftPad:o,rightPad:s,padWidth:a,preserveShortSequences:u},c={data:p,dataSplits:i},m=C.runKernel(ci,c,l);return{nGrams:m[0],nGramsSplits:m[1]}}var GC=S({stringNGrams_:w3});function v3(r,e,t=!0){let n=w(r,"input","stringSplit","string"),o=w(e,"delimiter","stringSplit","string");if(n.rank!==1)throw new Error(`Input should be Tensor1D but received shape ${n.shape}`);if(o.rank!==0)throw new Error(`Delimiter should be a scalar but received shape ${o.shape}`);let s={skipEmpty:t},a={input:n,delimiter:o},u=C.runKernel(mi,a,s);return{indices:u[0],values:u[1],shape:u[2]}}var zC=S({stringSplit_:v3});function S3(r,e){let t=w(r,"input","stringToHashBucketFast","string"),n={numBuckets:e};if(e<=0)throw new Error("Number of buckets must be at least 1");let o={input:t};return C.runKernel(fi,o,n)}var HC=S({stringToHashBucketFast_:S3});function I3(r,e,t,n=!0){let o=w(r,"input","staticRegexReplace","string"),s={pattern:e,rewrite:t,replaceGlobal:n};return C.runKernel(li,{x:o},s)}var qC=S({staticRegexReplace_:I3});var C3={fft:Oi,ifft:Bs,rfft:Pi,irfft:Pc},N3={hammingWindow:uC,hannWindow:Gc,frame:zc,stft:pC},_3={flipLeftRight:cC,grayscaleToRGB:mC,resizeNearestNeighbor:CC,resizeBilinear:IC,rgbToGrayscale:fC,rotateWithOffset:dC,cropAndResize:lC,nonMaxSuppression:hC,nonMaxSuppressionAsync:yC,nonMaxSuppressionWithScore:bC,nonMaxSuppressionWithScoreAsync:wC,nonMaxSuppressionPadded:vC,nonMaxSuppressionPaddedAsync:SC,threshold:NC,transform:_C},T3={bandPart:TC,gramSchmidt:kC,qr:$C},k3={absoluteDifference:AC,computeWeightedLoss:wt,cosineDistance:RC,hingeLoss:DC,huberLoss:FC,logLoss:OC,meanSquaredError:PC,sigmoidCrossEntropy:MC,softmaxCrossEntropy:LC},E3={sparseFillEmptyRows:BC,sparseReshape:VC,sparseSegmentMean:UC,sparseSegmentSum:WC},$3={stringNGrams:GC,stringSplit:zC,stringToHashBucketFast:HC,staticRegexReplace:qC};var A3=new Map,R3=new Map,jc=class{getClassName(){return this.constructor.className}static fromConfig(e,t){return new e(t)}},ay=class r{constructor(){this.classNameMap={}}static getMap(){return r.instance==null&&(r.instance=new r),r.instance}static register(e){r.getMap().classNameMap[e.className]=[e,e.fromConfig]}};function KC(r,e,t){_(r.className!=null,()=>"Class being registered does not have the static className property defined."),_(typeof r.className=="string",()=>"className is required to be a string, but got type "+typeof r.className),_(r.className.length>0,()=>"Class being registered has an empty-string as its className, which is disallowed."),typeof e>"u"&&(e="Custom"),typeof t>"u"&&(t=r.className);let n=t,o=e+">"+n;return ay.register(r),A3.set(o,r),R3.set(r,o),r}var Wt=class extends jc{minimize(e,t=!1,n){let{value:o,grads:s}=this.computeGradients(e,n);if(n!=null){let a=n.map(u=>({name:u.name,tensor:s[u.name]}));this.applyGradients(a)}else this.applyGradients(s);return qe(s),t?o:(o.dispose(),null)}get iterations(){return this.iterations_==null&&(this.iterations_=0),this.iterations_}incrementIterations(){this.iterations_=this.iterations+1}computeGradients(e,t){return $S(e,t)}dispose(){this.iterations_!=null&&qe(this.iterations_)}async saveIterations(){return this.iterations_==null&&(this.iterations_=0),{name:"iter",tensor:ee(this.iterations_,"int32")}}async getWeights(){throw new Error("getWeights() is not implemented for this optimizer yet.")}async setWeights(e){throw new Error(`setWeights() is not implemented for this optimizer class ${this.getClassName()}`)}async extractIterations(e){return this.iterations_=(await e[0].tensor.data())[0],e.slice(1)}};Object.defineProperty(Wt,Symbol.hasInstance,{value:r=>r.minimize!=null&&r.computeGradients!=null&&r.applyGradients!=null});var Xc=class extends Wt{static get className(){return"Adadelta"}constructor(e,t,n=null){super(),this.learningRate=e,this.rho=t,this.epsilon=n,this.accumulatedGrads=[],this.accumulatedUpdates=[],n==null&&(this.epsilon=C.backend.epsilon())}applyGradients(e){(Array.isArray(e)?e.map(n=>n.name):Object.keys(e)).forEach((n,o)=>{let s=C.registeredVariables[n],a=!1;this.accumulatedGrads[o]==null&&(this.accumulatedGrads[o]={originalName:`${n}/accum_grad`,variable:ie(()=>at(s).variable(a))}),this.accumulatedUpdates[o]==null&&(this.accumulatedUpdates[o]={originalName:`${n}/accum_var`,variable:ie(()=>at(s).variable(a))});let u=Array.isArray(e)?e[o].tensor:e[n];if(u==null)return;let p=this.accumulatedGrads[o].variable,i=this.accumulatedUpdates[o].variable;ie(()=>{let l=Y(V(p,this.rho),V(dt(u),1-this.rho)),c=V(ye(Vt(Y(i,this.epsilon)),Vt(Y(p,this.epsilon))),u),m=Y(V(i,this.rho),V(dt(c),1-this.rho));p.assign(l),i.assign(m);let f=Y(V(c,-this.learningRate),s);s.assign(f)})}),this.incrementIterations()}dispose(){this.accumulatedUpdates!=null&&(qe(this.accumulatedGrads.map(e=>e.variable)),qe(this.accumulatedUpdates.map(e=>e.variable)))}async getWeights(){let e=[...this.accumulatedGrads,...this.accumulatedUpdates];return[await this.saveIterations()].concat(e.map(t=>({name:t.originalName,tensor:t.variable})))}async setWeights(e){e=await this.extractIterations(e);let t=e.length/2,n=!1;this.accumulatedGrads=e.slice(0,t).map(o=>({originalName:o.name,variable:o.tensor.variable(n)})),this.accumulatedUpdates=e.slice(t,t*2).map(o=>({originalName:o.name,variable:o.tensor.variable(n)}))}getConfig(){return{learningRate:this.learningRate,rho:this.rho,epsilon:this.epsilon}}static fromConfig(e,t){return new e(t.learningRate,t.rho,t.epsilon)}};var Yc=class extends Wt{static get className(){return"Adagrad"}constructor(e,t=.1){super(),this.learningRate=e,this.initialAccumulatorValue=t,this.accumulatedGrads=[]}applyGradients(e){(Array.isArray(e)?e.map(n=>n.name):Object.keys(e)).forEach((n,o)=>{let s=C.registeredVariables[n];this.accumulatedGrads[o]==null&&(this.accumulatedGrads[o]={originalName:`${n}/accumulator`,variable:ie(()=>zr(s.shape,this.initialAccumulatorValue).variable(!1))});let a=Array.isArray(e)?e[o].tensor:e[n];if(a==null)return;let u=this.accumulatedGrads[o].variable;ie(()=>{let p=Y(u,dt(a));u.assign(p);let i=Y(V(ye(a,Vt(Y(p,C.backend.epsilon()))),-this.learningRate),s);s.assign(i)})}),this.incrementIterations()}dispose(){this.accumulatedGrads!=null&&qe(this.accumulatedGrads.map(e=>e.variable))}async getWeights(){return[await this.saveIterations()].concat(this.accumulatedGrads.map(e=>({name:e.originalName,tensor:e.variable})))}async setWeights(e){e=await this.extractIterations(e);let t=!1;this.accumulatedGrads=e.map(n=>({originalName:n.name,variable:n.tensor.variable(t)}))}getConfig(){return{learningRate:this.learningRate,initialAccumulatorValue:this.initialAccumulatorValue}}static fromConfig(e,t){return new e(t.learningRate,t.initialAccumulatorValue)}};var Qc=class extends Wt{static get className(){return"Adam"}constructor(e,t,n,o=null){super(),this.learningRate=e,this.beta1=t,this.beta2=n,this.epsilon=o,this.accumulatedFirstMoment=[],this.accumulatedSecondMoment=[],ie(()=>{this.accBeta1=ee(t).variable(),this.accBeta2=ee(n).variable()}),o==null&&(this.epsilon=C.backend.epsilon())}applyGradients(e){let t=Array.isArray(e)?e.map(n=>n.name):Object.keys(e);ie(()=>{let n=re(1,this.accBeta1),o=re(1,this.accBeta2);t.forEach((s,a)=>{let u=C.registeredVariables[s],p=!1;this.accumulatedFirstMoment[a]==null&&(this.accumulatedFirstMoment[a]={originalName:`${s}/m`,variable:ie(()=>at(u).variable(p))}),this.accumulatedSecondMoment[a]==null&&(this.accumulatedSecondMoment[a]={originalName:`${s}/v`,variable:ie(()=>at(u).variable(p))});let i=Array.isArray(e)?e[a].tensor:e[s];if(i==null)return;let l=this.accumulatedFirstMoment[a].variable,c=this.accumulatedSecondMoment[a].variable,m=Y(V(l,this.beta1),V(i,1-this.beta1)),f=Y(V(c,this.beta2),V(dt(i),1-this.beta2)),d=ye(m,n),g=ye(f,o);l.assign(m),c.assign(f);let h=Y(V(ye(d,Y(Vt(g),this.epsilon)),-this.learningRate),u);u.assign(h)}),this.accBeta1.assign(V(this.accBeta1,this.beta1)),this.accBeta2.assign(V(this.accBeta2,this.beta2))}),this.incrementIterations()}dispose(){this.accBeta1.dispose(),this.accBeta2.dispose(),this.accumulatedFirstMoment!=null&&qe(this.accumulatedFirstMoment.map(e=>e.variable)),this.accumulatedSecondMoment!=null&&qe(this.accumulatedSecondMoment.map(e=>e.variable))}async getWeights(){let e=[...this.accumulatedFirstMoment,...this.accumulatedSecondMoment];return[await this.saveIterations()].concat(e.map(t=>({name:t.originalName,tensor:t.variable})))}async setWeights(e){e=await this.extractIterations(e),ie(()=>{this.accBeta1.assign(hn(this.beta1,this.iterations_+1)),this.accBeta2.assign(hn(this.beta2,this.iterations_+1))});let t=e.length/2,n=!1;this.accumulatedFirstMoment=e.slice(0,t).map(o=>({originalName:o.name,variable:o.tensor.variable(n)})),this.accumulatedSecondMoment=e.slice(t,t*2).map(o=>({originalName:o.name,variable:o.tensor.variable(n)}))}getConfig(){return{learningRate:this.learningRate,beta1:this.beta1,beta2:this.beta2,epsilon:this.epsilon}}static fromConfig(e,t){return new e(t.learningRate,t.beta1,t.beta2,t.epsilon)}};var Zc=class extends Wt{static get className(){return"Adamax"}constructor(e,t,n,o=null,s=0){super(),this.learningRate=e,this.beta1=t,this.beta2=n,this.epsilon=o,this.decay=s,this.accumulatedFirstMoment=[],this.accumulatedWeightedInfNorm=[],ie(()=>{this.iteration=ee(0).variable(),this.accBeta1=ee(t).variable()}),o==null&&(this.epsilon=C.backend.epsilon())}applyGradients(e){let t=Array.isArray(e)?e.map(n=>n.name):Object.keys(e);ie(()=>{let n=re(1,this.accBeta1),o=ye(-this.learningRate,Y(V(this.iteration,this.decay),1));t.forEach((s,a)=>{let u=C.registeredVariables[s],p=!1;this.accumulatedFirstMoment[a]==null&&(this.accumulatedFirstMoment[a]={originalName:`${s}/m`,variable:at(u).variable(p)}),this.accumulatedWeightedInfNorm[a]==null&&(this.accumulatedWeightedInfNorm[a]={originalName:`${s}/v`,variable:at(u).variable(p)});let i=Array.isArray(e)?e[a].tensor:e[s];if(i==null)return;let l=this.accumulatedFirstMoment[a].variable,c=this.accumulatedWeightedInfNorm[a].variable,m=Y(V(l,this.beta1),V(i,1-this.beta1)),f=V(c,this.beta2),d=ft(i),g=Ic(f,d);l.assign(m),c.assign(g);let h=Y(V(ye(o,n),ye(m,Y(g,this.epsilon))),u);u.assign(h)}),this.iteration.assign(Y(this.iteration,1)),this.accBeta1.assign(V(this.accBeta1,this.beta1))}),this.incrementIterations()}dispose(){this.accBeta1.dispose(),this.iteration.dispose(),this.accumulatedFirstMoment!=null&&qe(this.accumulatedFirstMoment.map(e=>e.variable)),this.accumulatedWeightedInfNorm!=null&&qe(this.accumulatedWeightedInfNorm.map(e=>e.variable))}async getWeights(){throw new Error("getWeights() is not implemented for Adamax yet.")}async setWeights(e){throw new Error("setWeights() is not implemented for Adamax yet.")}getConfig(){return{learningRate:this.learningRate,beta1:this.beta1,beta2:this.beta2,epsilon:this.epsilon,decay:this.decay}}static fromConfig(e,t){return new e(t.learningRate,t.beta1,t.beta2,t.epsilon,t.decay)}};var Bi=class extends Wt{static get className(){return"SGD"}constructor(e){super(),this.learningRate=e,this.setLearningRate(e)}applyGradients(e){(Array.isArray(e)?e.map(n=>n.name):Object.keys(e)).forEach((n,o)=>{let s=Array.isArray(e)?e[o].tensor:e[n];if(s==null)return;let a=C.registeredVariables[n];ie(()=>{let u=Y(V(this.c,s),a);a.assign(u)})}),this.incrementIterations()}setLearningRate(e){this.learningRate=e,this.c!=null&&this.c.dispose(),this.c=Bt(ee(-e))}dispose(){this.c.dispose()}async getWeights(){return[await this.saveIterations()]}async setWeights(e){if(e=await this.extractIterations(e),e.length!==0)throw new Error("SGD optimizer does not have settable weights.")}getConfig(){return{learningRate:this.learningRate}}static fromConfig(e,t){return new e(t.learningRate)}};var Jc=class extends Bi{static get className(){return"Momentum"}constructor(e,t,n=!1){super(e),this.learningRate=e,this.momentum=t,this.useNesterov=n,this.accumulations=[],this.m=ee(this.momentum)}applyGradients(e){(Array.isArray(e)?e.map(n=>n.name):Object.keys(e)).forEach((n,o)=>{let s=C.registeredVariables[n];this.accumulations[o]==null&&(this.accumulations[o]={originalName:`${n}/momentum`,variable:ie(()=>at(s).variable(!1))});let a=this.accumulations[o].variable,u=Array.isArray(e)?e[o].tensor:e[n];u!=null&&ie(()=>{let p,i=Y(V(this.m,a),u);this.useNesterov?p=Y(V(this.c,Y(u,V(i,this.m))),s):p=Y(V(this.c,i),s),a.assign(i),s.assign(p)})}),this.incrementIterations()}dispose(){this.m.dispose(),this.accumulations!=null&&qe(this.accumulations.map(e=>e.variable))}setMomentum(e){this.momentum=e}async getWeights(){return[await this.saveIterations()].concat(this.accumulations.map(e=>({name:e.originalName,tensor:e.variable})))}async setWeights(e){e=await this.extractIterations(e);let t=!1;this.accumulations=e.map(n=>({originalName:n.name,variable:n.tensor.variable(t)}))}getConfig(){return{learningRate:this.learningRate,momentum:this.momentum,useNesterov:this.useNesterov}}static fromConfig(e,t){return new e(t.learningRate,t.momentum,t.useNesterov)}};var em=class extends Wt{static get className(){return"RMSProp"}constructor(e,t=.9,n=0,o=null,s=!1){if(super(),this.learningRate=e,this.decay=t,this.momentum=n,this.epsilon=o,this.accumulatedMeanSquares=[],this.accumulatedMoments=[],this.accumulatedMeanGrads=[],this.centered=s,o==null&&(this.epsilon=C.backend.epsilon()),e==null)throw new Error("learningRate for RMSPropOptimizer must be defined.")}applyGradients(e){(Array.isArray(e)?e.map(n=>n.name):Object.keys(e)).forEach((n,o)=>{let s=C.registeredVariables[n],a=!1;this.accumulatedMeanSquares[o]==null&&(this.accumulatedMeanSquares[o]={originalName:`${n}/rms`,variable:ie(()=>at(s).variable(a))}),this.accumulatedMoments[o]==null&&(this.accumulatedMoments[o]={originalName:`${n}/momentum`,variable:ie(()=>at(s).variable(a))}),this.accumulatedMeanGrads[o]==null&&this.centered&&(this.accumulatedMeanGrads[o]={originalName:`${n}/mg`,variable:ie(()=>at(s).variable(a))});let u=Array.isArray(e)?e[o].tensor:e[n];if(u==null)return;let p=this.accumulatedMeanSquares[o].variable,i=this.accumulatedMoments[o].variable;ie(()=>{let l=Y(V(p,this.decay),V(dt(u),1-this.decay));if(this.centered){let c=this.accumulatedMeanGrads[o].variable,m=Y(V(c,this.decay),V(u,1-this.decay)),f=ye(V(u,this.learningRate),Vt(re(l,Y(dt(m),this.epsilon)))),d=Y(V(i,this.momentum),f);p.assign(l),c.assign(m),i.assign(d);let g=re(s,d);s.assign(g)}else{let c=Y(V(p,this.decay),V(dt(u),1-this.decay)),m=Y(V(i,this.momentum),ye(V(u,this.learningRate),Vt(Y(c,this.epsilon))));p.assign(c),i.assign(m);let f=re(s,m);s.assign(f)}})}),this.incrementIterations()}dispose(){this.accumulatedMeanSquares!=null&&qe(this.accumulatedMeanSquares.map(e=>e.variable)),this.accumulatedMeanGrads!=null&&this.centered&&qe(this.accumulatedMeanGrads.map(e=>e.variable)),this.accumulatedMoments!=null&&qe(this.accumulatedMoments.map(e=>e.variable))}async getWeights(){let e=[...this.accumulatedMeanSquares,...this.accumulatedMoments];return this.centered&&e.push(...this.accumulatedMeanGrads),[await this.saveIterations()].concat(e.map(t=>({name:t.originalName,tensor:t.variable})))}async setWeights(e){e=await this.extractIterations(e);let t=this.centered?e.length/3:e.length/2,n=!1;this.accumulatedMeanSquares=e.slice(0,t).map(o=>({originalName:o.name,variable:o.tensor.variable(n)})),this.accumulatedMoments=e.slice(t,t*2).map(o=>({originalName:o.name,variable:o.tensor.variable(n)})),this.centered&&(this.accumulatedMeanGrads=e.slice(t*2,t*3).map(o=>({originalName:o.name,variable:o.tensor.variable(n)})))}getConfig(){return{learningRate:this.learningRate,decay:this.decay,momentum:this.momentum,epsilon:this.epsilon,centered:this.centered}}static fromConfig(e,t){return new e(t.learningRate,t.decay,t.momentum,t.epsilon,t.centered)}};var D3=[Xc,Yc,Qc,Zc,Jc,em,Bi];function jC(){for(let r of D3)KC(r)}var Ju={};Ae(Ju,{CompositeArrayBuffer:()=>yt,browserFiles:()=>YC,browserHTTPRequest:()=>e0,concatenateArrayBuffers:()=>cv,copyModel:()=>Nv,decodeWeights:()=>ql,decodeWeightsStream:()=>Kl,encodeWeights:()=>iv,fromMemory:()=>t0,fromMemorySync:()=>my,getLoadHandlers:()=>hv,getModelArtifactsForJSON:()=>Ci,getModelArtifactsForJSONSync:()=>Bx,getModelArtifactsInfoForJSON:()=>Lr,getSaveHandlers:()=>dv,getWeightSpecs:()=>Pu,http:()=>rm,isHTTPScheme:()=>tm,listModels:()=>Iv,loadWeights:()=>ZC,moveModel:()=>_v,registerLoadRouter:()=>fv,registerSaveRouter:()=>mv,removeModel:()=>Cv,weightsLoaderFactory:()=>ly,withSaveHandler:()=>r0,withSaveHandlerSync:()=>n0});var F3="model",O3=".json",P3=".weights.bin";function XC(r){return new Promise(e=>setTimeout(e)).then(r)}var Vi=class r{constructor(e){if(!$().getBool("IS_BROWSER"))throw new Error("browserDownloads() cannot proceed because the current environment is not a browser.");e.startsWith(r.URL_SCHEME)&&(e=e.slice(r.URL_SCHEME.length)),(e==null||e.length===0)&&(e=F3),this.modelJsonFileName=e+O3,this.weightDataFileName=e+P3}async save(e){if(typeof document>"u")throw new Error("Browser downloads are not supported in this environment since `document` is not present");let t=yt.join(e.weightData),n=window.URL.createObjectURL(new Blob([t],{type:"application/octet-stream"}));if(e.modelTopology instanceof ArrayBuffer)throw new Error("BrowserDownloads.save() does not support saving model topology in binary formats yet.");{let o=[{paths:["./"+this.weightDataFileName],weights:e.weightSpecs}],s=jl(e,o),a=window.URL.createObjectURL(new Blob([JSON.stringify(s)],{type:"application/json"})),u=this.modelJsonAnchor==null?document.createElement("a"):this.modelJsonAnchor;if(u.download=this.modelJsonFileName,u.href=a,await XC(()=>u.dispatchEvent(new MouseEvent("click"))),e.weightData!=null){let p=this.weightDataAnchor==null?document.createElement("a"):this.weightDataAnchor;p.download=this.weightDataFileName,p.href=n,await XC(()=>p.dispatchEvent(new MouseEvent("click")))}return{modelArtifactsInfo:Lr(e)}}}};Vi.URL_SCHEME="downloads://";var iy=class{constructor(e){if(e==null||e.length<1)throw new Error(`When calling browserFiles, at least 1 file is required, but received ${e}`);this.jsonFile=e[0],this.weightsFiles=e.slice(1)}async load(){return new Promise((e,t)=>{let n=new FileReader;n.onload=o=>{let s=JSON.parse(o.target.result),a=s.modelTopology;if(a==null){t(new Error(`modelTopology field is missing from file ${this.jsonFile.name}`));return}if(s.weightsManifest==null){t(new Error(`weightManifest field is missing from file ${this.jsonFile.name}`));return}if(this.weightsFiles.length===0){e({modelTopology:a});return}let p=Ci(s,i=>this.loadWeights(i));e(p)},n.onerror=o=>t(`Failed to read model topology and weights manifest JSON from file '${this.jsonFile.name}'. BrowserFiles supports loading Keras-style tf.Model artifacts only.`),n.readAsText(this.jsonFile)})}loadWeights(e){let t=[],n=[];for(let a of e)t.push(...a.weights),n.push(...a.paths);let o=this.checkManifestAndWeightFiles(e),s=n.map(a=>this.loadWeightsFile(a,o[a]));return Promise.all(s).then(a=>[t,a])}loadWeightsFile(e,t){return new Promise((n,o)=>{let s=new FileReader;s.onload=a=>{let u=a.target.result;n(u)},s.onerror=a=>o(`Failed to weights data from file of path '${e}'.`),s.readAsArrayBuffer(t)})}checkManifestAndWeightFiles(e){let t=[],n=this.weightsFiles.map(s=>Lx(s.name)),o={};for(let s of e)s.paths.forEach(a=>{let u=Lx(a);if(t.indexOf(u)!==-1)throw new Error(`Duplicate file basename found in weights manifest: '${u}'`);if(t.push(u),n.indexOf(u)===-1)throw new Error(`Weight file with basename '${u}' is not provided.`);o[a]=this.weightsFiles[n.indexOf(u)]});if(t.length!==this.weightsFiles.length)throw new Error(`Mismatch in the number of files in weights manifest (${t.length}) and the number of weight files provided (${this.weightsFiles.length}).`);return o}},M3=r=>$().getBool("IS_BROWSER")&&!Array.isArray(r)&&r.startsWith(Vi.URL_SCHEME)?L3(r.slice(Vi.URL_SCHEME.length)):null;pt.registerSaveRouter(M3);function L3(r="model"){return new Vi(r)}function YC(r){return new iy(r)}function uy(r,e,t,n){a(r),t=t??0,n=n??1,u(t,n);let o=0,s=p=>(p.then(i=>{let l=t+ ++o/r.length*(n-t);return e(l),i}),p);function a(p){_(p!=null&&Array.isArray(p)&&p.length>0,()=>"promises must be a none empty array")}function u(p,i){_(p>=0&&p<=1,()=>`Progress fraction must be in range [0, 1], but got startFraction ${p}`),_(i>=0&&i<=1,()=>`Progress fraction must be in range [0, 1], but got endFraction ${i}`),_(i>=p,()=>`startFraction must be no more than endFraction, but got startFraction ${p} and endFraction ${i}`)}return Promise.all(r.map(s))}async function py(r,e){e==null&&(e={});let t=e.fetchFunc==null?$().platform.fetch:e.fetchFunc,n=r.map(c=>t(c,e.requestInit,{isBinary:!0})),u=(e.onProgress==null?await Promise.all(n):await uy(n,e.onProgress,0,.5)).map(c=>c.arrayBuffer());return e.onProgress==null?await Promise.all(u):await uy(u,e.onProgress,.5,1)}function QC(r,e){var t;let n=e.fetchFunc==null?$().platform.fetch:e.fetchFunc,o=0,s;return(t=e.onProgress)===null||t===void 0||t.call(e,0),new ReadableStream({pull:async a=>{for(var u;o<r.length;){s||(s=(await n(r[o],e.requestInit,{isBinary:!0})).body.getReader());let{done:p,value:i}=await s.read();if(p){o++,s=void 0,(u=e.onProgress)===null||u===void 0||u.call(e,o/r.length);continue}a.enqueue(i);return}a.close()}})}async function ZC(r,e="",t,n){return ly(a=>py(a,{requestInit:n}))(r,e,t)}function ly(r){return async(e,t="",n)=>{let o=e.map(()=>!1),s={},a=n!=null?n.map(()=>!1):[],u=[];if(e.forEach((f,d)=>{let g=0;f.weights.forEach(h=>{let x="quantization"in h?h.quantization.dtype:h.dtype,v=mn[x]*de(h.shape),I=()=>{o[d]=!0,s[d]==null&&(s[d]=[]),s[d].push({manifestEntry:h,groupOffset:g,sizeBytes:v})};n!=null?n.forEach((T,E)=>{T===h.name&&(I(),a[E]=!0)}):I(),u.push(h.name),g+=v})}),!a.every(f=>f)){let f=n.filter((d,g)=>!a[g]);throw new Error(`Could not find weights in manifest with names: ${f.join(", ")}. 
Manifest JSON has weights with names: ${u.join(", ")}.`)}let p=o.reduce((f,d,g)=>(d&&f.push(g),f),[]),i=[];p.forEach(f=>{e[f].paths.forEach(d=>{let g=t+(t.endsWith("/")?"":"/")+d;i.push(g)})});let l=await r(i),c={},m=0;return p.forEach(f=>{let d=e[f].paths.length,g=new yt(l.slice(m,m+d));s[f].forEach(x=>{let v=g.slice(x.groupOffset,x.groupOffset+x.sizeBytes),I=ql(v,[x.manifestEntry]);for(let T in I)c[T]=I[T]}),m+=d}),c}}var B3="application/octet-stream",V3="application/json",Qu=class{constructor(e,t){if(this.DEFAULT_METHOD="POST",t==null&&(t={}),this.weightPathPrefix=t.weightPathPrefix,this.weightUrlConverter=t.weightUrlConverter,t.fetchFunc!=null?(_(typeof t.fetchFunc=="function",()=>"Must pass a function that matches the signature of `fetch` (see https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API)"),this.fetch=t.fetchFunc):this.fetch=$().platform.fetch,_(e!=null&&e.length>0,()=>"URL path for http must not be null, undefined or empty."),Array.isArray(e)&&_(e.length===2,()=>`URL paths for http must have a length of 2, (actual length is ${e.length}).`),this.path=e,t.requestInit!=null&&t.requestInit.body!=null)throw new Error("requestInit is expected to have no pre-existing body, but has one.");this.requestInit=t.requestInit||{},this.loadOptions=t}async save(e){if(e.modelTopology instanceof ArrayBuffer)throw new Error("BrowserHTTPRequest.save() does not support saving model topology in binary formats yet.");let t=Object.assign({method:this.DEFAULT_METHOD},this.requestInit);t.body=new FormData;let n=[{paths:["./model.weights.bin"],weights:e.weightSpecs}],o=jl(e,n);if(t.body.append("model.json",new Blob([JSON.stringify(o)],{type:V3}),"model.json"),e.weightData!=null){let a=yt.join(e.weightData);t.body.append("model.weights.bin",new Blob([a],{type:B3}),"model.weights.bin")}let s=await this.fetch(this.path,t);if(s.ok)return{modelArtifactsInfo:Lr(e),responses:[s]};throw new Error(`BrowserHTTPRequest.save() failed due to HTTP response status ${s.status}.`)}async loadModelJSON(){let e=await this.fetch(this.path,this.requestInit);if(!e.ok)throw new Error(`Request to ${this.path} failed with status code ${e.status}. Please verify this URL points to the model JSON of the model to load.`);let t;try{t=await e.json()}catch{let a=`Failed to parse model JSON of response from ${this.path}.`;throw this.path.endsWith(".pb")?a+=" Your path contains a .pb file extension. Support for .pb models have been removed in TensorFlow.js 1.0 in favor of .json models. You can re-convert your Python TensorFlow model using the TensorFlow.js 1.0 conversion scripts or you can convert your.pb models with the 'pb2json'NPM script in the tensorflow/tfjs-converter repository.":a+=" Please make sure the server is serving valid JSON for this request.",new Error(a)}let n=t.modelTopology,o=t.weightsManifest;if(n==null&&o==null)throw new Error(`The JSON from HTTP path ${this.path} contains neither model topology or manifest for weights.`);return t}async load(){if(this.loadOptions.streamWeights)return this.loadStream();let e=await this.loadModelJSON();return Ci(e,t=>this.loadWeights(t))}async loadStream(){let e=await this.loadModelJSON(),t=await this.getWeightUrls(e.weightsManifest),n=Pu(e.weightsManifest),o=()=>QC(t,this.loadOptions);return Object.assign(Object.assign({},e),{weightSpecs:n,getWeightStream:o})}async getWeightUrls(e){let t=Array.isArray(this.path)?this.path[1]:this.path,[n,o]=U3(t),s=this.weightPathPrefix||n,a=[],u=[];for(let p of e)for(let i of p.paths)this.weightUrlConverter!=null?u.push(this.weightUrlConverter(i)):a.push(s+i+o);return this.weightUrlConverter&&a.push(...await Promise.all(u)),a}async loadWeights(e){let t=await this.getWeightUrls(e),n=Pu(e),o=await py(t,this.loadOptions);return[n,o]}};Qu.URL_SCHEME_REGEX=/^https?:\/\//;function U3(r){let e=r.lastIndexOf("/"),t=r.lastIndexOf("?"),n=r.substring(0,e),o=t>e?r.substring(t):"";return[n+"/",o]}function tm(r){return r.match(Qu.URL_SCHEME_REGEX)!=null}var JC=(r,e)=>{if(typeof fetch>"u"&&(e==null||e.fetchFunc==null))return null;{let t=!0;if(Array.isArray(r)?t=r.every(n=>tm(n)):t=tm(r),t)return rm(r,e)}return null};pt.registerSaveRouter(JC);pt.registerLoadRouter(JC);function rm(r,e){return new Qu(r,e)}function e0(r,e){return rm(r,e)}var Zu=class{constructor(e){this.modelArtifacts=e}load(){return this.modelArtifacts}},nm=class{constructor(e){this.saveHandler=e}save(e){return this.saveHandler(e)}},cy=class{constructor(e){e.load&&(this.load=()=>Promise.resolve(e.load())),e.save&&(this.save=t=>Promise.resolve(e.save(t)))}};function t0(r,e,t,n){let o=arguments;return new cy(my(...o))}function my(r,e,t,n){return arguments.length===1?r.modelTopology!=null||r.weightSpecs!=null?new Zu(r):(console.warn("Please call tf.io.fromMemory() with only one argument. The argument should be of type ModelArtifacts. The multi-argument signature of tf.io.fromMemory() has been deprecated and will be removed in a future release."),new Zu({modelTopology:r})):(console.warn("Please call tf.io.fromMemory() with only one argument. The argument should be of type ModelArtifacts. The multi-argument signature of tf.io.fromMemory() has been deprecated and will be removed in a future release."),new Zu({modelTopology:r,weightSpecs:e,weightData:t,trainingConfig:n}))}function r0(r){return new nm(r)}function n0(r){return new nm(r)}var om={};Ae(om,{prepareAndValidate:()=>o0});function o0(r,e){let t=r.shape.length,n=e.shape.length;if(t<1)throw new Error(`tf.gatherND() expects the input to be rank 1 or higher, but the rank was ${t}.`);if(n<1)throw new Error(`tf.gatherND() expects the indices to be rank 1 or higher, but the rank was ${n}.`);if(e.dtype!=="int32")throw new Error(`tf.gatherND() expects the indices to be int32 type, but the dtype was ${e.dtype}.`);if(e.shape[n-1]>t)throw new Error(`index innermost dimension length must be <= tensor rank; saw: ${e.shape[n-1]} vs. ${t}`);if(de(r.shape)===0)throw new Error(`Requested more than 0 entries, but input is empty. Input shape: ${r.shape}.`);let o=e.shape,s=o[o.length-1],a=1;for(let c=0;c<o.length-1;++c)a*=o[c];let u=r.shape,p=o.slice();p.pop();let i=1;for(let c=s;c<t;++c)i*=u[c],p.push(u[c]);let l=[...Mr(r.shape).map(c=>c/i),1].slice(0,s);return[p,a,i,l]}var nt={};Ae(nt,{assertParamsValid:()=>G3,computeFlatOffset:()=>j3,computeOutShape:()=>H3,getNormalizedAxes:()=>q3,isSliceContinous:()=>K3,maskToAxes:()=>z3,parseSliceParams:()=>X3,sliceInfo:()=>Y3,startForAxis:()=>m0,startIndicesWithElidedDims:()=>p0,stopForAxis:()=>f0,stopIndicesWithElidedDims:()=>l0,stridesForAxis:()=>c0,stridesWithElidedDims:()=>a0});var fy=-2,W3=-1;function G3(r,e,t){let n=r.shape.length;_(n===e.length,()=>`Error in slice${n}D: Length of begin ${e} must match the rank of the array (${n}).`),_(n===t.length,()=>`Error in slice${n}D: Length of size ${t} must match the rank of the array (${n}).`);for(let o=0;o<n;++o)_(e[o]+t[o]<=r.shape[o],()=>`Error in slice${n}D: begin[${o}] + size[${o}] (${e[o]+t[o]}) would overflow input.shape[${o}] (${r.shape[o]})`)}function z3(r){let e=[],t=0;for(;r>0;)r&1&&e.push(t),r/=2,t++;return e}function H3(r,e,t){let n=[];for(let o=0;o<r.length;o++)n[o]=Math.ceil((e[o]-r[o])/t[o]);return n}function a0(r,e,t,n){let o=[...r];for(let s=o.length;s<n.length;s++)o.push(1);for(let s=0;s<t;s++)s===0?o[e]=1:(o.splice(e,0,1),o.pop());return o}function i0(r,e,t){return t<=r?t:t-(e-1)}function u0(r,e){let t=[];for(let n=0;n<r;n++)t.push(e+n);return t}function q3(r,e,t,n,o,s,a,u,p){let i=r.length,l=new Array(i),c=new Array(i),m=new Array(i);if(e.length&&t>0){let f=e[0],d=t+1;l=p0(a,f,d,n,r),c=l0(u,f,d,o,r),m=a0(s,f,d,r)}else for(let f=0;f<i;f++)l[f]=m0(a,n,s,r,f,p),c[f]=f0(u,o,s,r,f,p),m[f]=c0(s,f,p);return{begin:l,end:c,strides:m}}function p0(r,e,t,n,o){let s=[...o],a=u0(t,e);for(let u=0;u<s.length;u++)if(a.indexOf(u)>-1)s[u]=0;else{let p=i0(e,t,u),i=n[p];r&1<<p&&(i=0),s[u]=i}return s}function l0(r,e,t,n,o){let s=[...o],a=u0(t,e);for(let u=0;u<s.length;u++)if(a.indexOf(u)>-1)s[u]=Number.MAX_SAFE_INTEGER;else{let p=i0(e,t,u),i=n[p];r&1<<p&&(i=Number.MAX_SAFE_INTEGER),s[u]=i}for(let u=0;u<s.length;u++){let p=o[u];s[u]<0&&(s[u]+=p),s[u]=ca(0,s[u],o[u])}return s}function c0(r,e,t){let n=r[e];return(t&1<<e||n==null)&&(n=1),n}function m0(r,e,t,n,o,s){let a=e[o],u=t[o]||1;(r&1<<o||s&1<<o||a==null)&&(u>0?a=Number.MIN_SAFE_INTEGER:a=Number.MAX_SAFE_INTEGER);let p=n[o];return a<0&&(a+=p),a=ca(0,a,p-1),a}function f0(r,e,t,n,o,s){let a=e[o],u=t[o]||1;(r&1<<o||s&1<<o||a==null)&&(u>0?a=Number.MAX_SAFE_INTEGER:a=Number.MIN_SAFE_INTEGER);let p=n[o];return a<0&&(a+=p),u>0?a=ca(0,a,p):a=ca(-1,a,p-1),a}function K3(r,e,t){let n=t.length;for(let o=0;o<t.length;o++)if(t[o]>1){n=o;break}for(let o=n+1;o<t.length;o++)if(e[o]>0||t[o]!==r[o])return!1;return!0}function j3(r,e){let t=r.length>0?r[r.length-1]:1;for(let n=0;n<r.length-1;n++)t+=r[n]*e[n];return t}function X3(r,e,t){let n,o=r.shape.length;typeof e=="number"?n=[e,...new Array(o-1).fill(0)]:e.length<o?n=e.concat(new Array(o-e.length).fill(0)):n=e.slice(),n.forEach(a=>{_(a!==-1,()=>"slice() does not support negative begin indexing.")});let s;return t==null?s=new Array(o).fill(-1):typeof t=="number"?s=[t,...new Array(o-1).fill(-1)]:t.length<o?s=t.concat(new Array(o-t.length).fill(-1)):s=t,s=s.map((a,u)=>a>=0?a:(_(a===-1,()=>`Negative size values should be exactly -1 but got ${a} for the slice() size at index ${u}.`),r.shape[u]-n[u])),[n,s]}function Y3(r,e,t,n,o,s,a,u,p){let i;if(n==null?(i=new Array(e.length),i.fill(1)):i=n,a!=null&&(a&a-1)!==0)throw new Error("Multiple ellipses in slice is not allowed.");let l=!1,c={dims:i.length,numAddAxisAfterEllipsis:0,begin:e.slice(),end:t.slice(),strides:i.slice(),beginMask:o,endMask:s,ellipsisMask:a,newAxisMask:u,shrinkAxisMask:p};for(let I=0;I<c.dims;I++)l&&(1<<I&u)!==0&&c.numAddAxisAfterEllipsis++,1<<I&a&&(l=!0);l||(c.ellipsisMask|=1<<c.dims,c.dims++);let m={dims:r.length,beginMask:0,endMask:0,beginValid:!1,endValid:!1};Q3(c,m);let f=!0,d=!0,g=!0,h=[],x=[];for(let I=0;I<r.length;++I){if(m.strides[I]===0)throw Error(`strides[${I}] must be non-zero`);let T=!!(m.shrinkAxisMask&1<<I),E=r[I];if(E===-1){h.push(T?1:-1);continue}let A=[m.beginMask&1<<I,m.endMask&1<<I],R=[m.strides[I]>0?0:-1,m.strides[I]>0?E:E-1];if(T&&m.strides[I]<=0)throw Error("only stride 1 allowed on non-range indexing.");g=g&&m.strides[I]===1;let O=!!(m.beginMask&1<<I&&m.endMask&1<<I);if(m.beginValid&&m.endValid){if(T){let z=m.begin[I]<0?E+m.begin[I]:m.begin[I];if(m.begin[I]=z,m.end[I]=m.begin[I]+1,z<0||z>=E)throw Error(`slice index ${m.begin[I]} of dimension ${I} out of bounds.`)}else m.begin[I]=s0(m.begin[I],0,m.strides[I],E,A,R),m.end[I]=s0(m.end[I],1,m.strides[I],E,A,R);let U=m.strides[I]===1&&m.begin[I]===0&&m.end[I]===E;f=f&&U,d=d&&(I===0&&m.strides[I]===1||U)}else f=f&&m.strides[I]===1&&O,d=d&&(I===0&&m.strides[I]===1||O);let M,L=!1;if(m.beginValid&&m.endValid?(M=m.end[I]-m.begin[I],L=!0):T?(M=1,L=!0):O&&E>=0&&(m.strides[I]<0?M=-E:M=E,L=!0),L){let U;M===0||M<0!=m.strides[I]<0?U=0:U=Math.trunc(M/m.strides[I])+(M%m.strides[I]!==0?1:0),h.push(U)}else h.push(-1)}for(let I=0;I<m.finalShapeGatherIndices.length;++I){let T=m.finalShapeGatherIndices[I];T>=0?x.push(h[T]):T===fy&&x.push(1)}return{finalShapeSparse:x.filter((I,T)=>m.finalShapeGatherIndices[T]!==fy),finalShape:x,isIdentity:f,sliceDim0:d,isSimpleSlice:g,begin:m.begin,end:m.end,strides:m.strides}}function Q3(r,e){e.beginMask=0,e.endMask=0,e.shrinkAxisMask=0;let t=0;e.beginValid=r.begin!=null,e.endValid=r.end!=null,e.begin=new Array(e.dims),e.end=new Array(e.dims),e.strides=new Array(e.dims),e.finalShapeGatherIndices=[],e.finalShapeGatherIndicesSparse=[],e.inputShapeGatherIndicesSparse=new Array(e.dims);for(let n=0;n<r.dims;n++)if(1<<n&r.ellipsisMask){let o=Math.min(e.dims-(r.dims-n)+1+r.numAddAxisAfterEllipsis,e.dims);for(;t<o;t++)e.begin[t]=0,e.end[t]=0,e.strides[t]=1,e.beginMask|=1<<t,e.endMask|=1<<t,e.finalShapeGatherIndices.push(t),e.finalShapeGatherIndicesSparse.push(-1),e.inputShapeGatherIndicesSparse[t]=n}else if(1<<n&r.newAxisMask)e.finalShapeGatherIndices.push(fy),e.finalShapeGatherIndicesSparse.push(-1);else{if(t===e.begin.length)throw Error(`Index out of range using input dim ${t}; input has only ${e.dims} dims, ${e.begin.length}.`);r.begin!=null&&(e.begin[t]=r.begin[n]),r.end!=null&&(e.end[t]=r.end[n]),e.strides[t]=r.strides[n],r.beginMask&1<<n&&(e.beginMask|=1<<t),r.endMask&1<<n&&(e.endMask|=1<<t),r.shrinkAxisMask&1<<n?(e.finalShapeGatherIndices.push(W3),e.finalShapeGatherIndicesSparse.push(-1),e.shrinkAxisMask|=1<<t):(e.finalShapeGatherIndices.push(t),e.finalShapeGatherIndicesSparse.push(n)),e.inputShapeGatherIndicesSparse[t]=n,t++}}function s0(r,e,t,n,o,s){if(o[e])return t>0?s[e]:s[e+1&1];{let a=r<0?n+r:r;return a<s[0]?s[0]:a>s[1]?s[1]:a}}var Z3=typeof requestAnimationFrame<"u"?requestAnimationFrame:typeof setImmediate<"u"?setImmediate:r=>r();function dy(){return new Promise(r=>Z3(()=>r()))}var N={};Ae(N,{ERF_A1:()=>hV,ERF_A2:()=>gV,ERF_A3:()=>xV,ERF_A4:()=>yV,ERF_A5:()=>bV,ERF_P:()=>dV,PARALLELIZE_THRESHOLD:()=>sm,RowPartitionType:()=>jr,SELU_SCALE:()=>fV,SELU_SCALEALPHA:()=>mV,applyActivation:()=>Ws,assertAndGetBroadcastShape:()=>Se,assertAxesAreInnerMostDims:()=>KP,assertParamsConsistent:()=>J3,assignToTypedArray:()=>NV,axesAreInnerMostDims:()=>Xx,calculateShapes:()=>qI,checkEinsumDimSizes:()=>AV,checkPadOnDimRoundingMode:()=>Je,combineLocations:()=>vS,combineRaggedTensorToTensorShapes:()=>tV,complexWithEvenIndex:()=>SV,complexWithOddIndex:()=>IV,computeConv2DInfo:()=>As,computeConv3DInfo:()=>Uv,computeDefaultPad:()=>jx,computeDilation2DInfo:()=>HO,computeOptimalWindowSize:()=>sV,computeOutAndReduceShapes:()=>qP,computeOutShape:()=>eV,computePool2DInfo:()=>Kx,computePool3DInfo:()=>qO,convertConv2DDataFormat:()=>Wv,decodeEinsumEquation:()=>EV,eitherStridesOrDilationsAreOne:()=>kt,expandShapeToKeepDim:()=>dn,exponent:()=>TV,exponents:()=>_V,fromStringArrayToUint8:()=>ZV,fromUint8ToStringArray:()=>QV,getAxesPermutation:()=>jP,getBroadcastDims:()=>gS,getComplexWithIndex:()=>CV,getEinsumComputePath:()=>RV,getEinsumPermutation:()=>$V,getFusedBiasGradient:()=>Us,getFusedDyActivation:()=>Vs,getImageCenter:()=>aV,getInnerMostAxes:()=>YP,getPermuted:()=>uV,getRaggedRank:()=>nV,getReductionAxes:()=>sc,getReshaped:()=>iV,getReshapedPermuted:()=>pV,getRowPartitionTypesHelper:()=>rV,getSliceBeginCoords:()=>lV,getSliceSize:()=>cV,getSparseFillEmptyRowsIndicesDenseShapeMismatch:()=>PV,getSparseFillEmptyRowsNegativeIndexErrorMessage:()=>MV,getSparseFillEmptyRowsOutOfRangeIndexErrorMessage:()=>LV,getSparseReshapeEmptyTensorZeroOutputDimErrorMessage:()=>UV,getSparseReshapeInputOutputMismatchErrorMessage:()=>GV,getSparseReshapeInputOutputMultipleErrorMessage:()=>WV,getSparseReshapeMultipleNegativeOneOutputDimErrorMessage:()=>BV,getSparseReshapeNegativeOutputDimErrorMessage:()=>VV,getSparseSegmentReductionIndicesOutOfRangeErrorMessage:()=>KV,getSparseSegmentReductionNegativeSegmentIdsErrorMessage:()=>zV,getSparseSegmentReductionNonIncreasingSegmentIdsErrorMessage:()=>HV,getSparseSegmentReductionSegmentIdOutOfRangeErrorMessage:()=>qV,getUndoAxesPermutation:()=>XP,isIdentityPermutation:()=>DV,log:()=>PF,mergeRealAndImagArrays:()=>wV,prepareAndValidate:()=>o0,prepareSplitSize:()=>OV,segment_util:()=>gy,shouldFuse:()=>Gs,slice_util:()=>nt,splitRealAndImagArrays:()=>vV,stridesOrDilationsArePositive:()=>Ur,tupleValuesAreOne:()=>$s,upcastType:()=>Tt,validateDefaultValueShape:()=>oV,validateInput:()=>Li,validateUpdateShape:()=>ry,warn:()=>ln});function J3(r,e){let t=r[0].length;r.forEach((o,s)=>{_(o.length===t,()=>`Error in concat${t}D: rank of tensors[${s}] must be the same as the rank of the rest (${t})`)}),_(e>=0&&e<t,()=>`Error in concat${t}D: axis must be between 0 and ${t-1}.`);let n=r[0];r.forEach((o,s)=>{for(let a=0;a<t;a++)_(a===e||o[a]===n[a],()=>`Error in concat${t}D: Shape of tensors[${s}] (${o}) does not match the shape of the rest (${n}) along the non-concatenated axis ${s}.`)})}function eV(r,e){let t=r[0].slice();for(let n=1;n<r.length;n++)t[e]+=r[n][e];return t}var jr;(function(r){r[r.FIRST_DIM_SIZE=0]="FIRST_DIM_SIZE",r[r.VALUE_ROWIDS=1]="VALUE_ROWIDS",r[r.ROW_LENGTHS=2]="ROW_LENGTHS",r[r.ROW_SPLITS=3]="ROW_SPLITS",r[r.ROW_LIMITS=4]="ROW_LIMITS",r[r.ROW_STARTS=5]="ROW_STARTS"})(jr||(jr={}));function tV(r,e,t){let n=new Array;if(t==null&&e==null)return n;if(e==null)for(;n.length<r+t.length;)n.push(-1);else n=e.slice();if(t==null)return n;if(r+t.length!==n.length)throw new Error(`rt input.shape and shape=${e} are incompatible: rt input.rank = ${r+t.length}, but shape.rank = ${n.length}`);for(let o=1;o<t.length;++o){let s=t[o],a=n[n.length-t.length+o],u=n[a];if(s>=0)if(u>=0){if(u!==s)throw new Error(`rt input.shape and shape=${e} are incompatible: rt input.shape[${o+r}] = ${s} but shape[${o+r}] = ${u}`)}else n[a]=s}return n}function rV(r){let e={FIRST_DIM_SIZE:jr.FIRST_DIM_SIZE,VALUE_ROWIDS:jr.VALUE_ROWIDS,ROW_LENGTHS:jr.ROW_LENGTHS,ROW_SPLITS:jr.ROW_SPLITS,ROW_LIMITS:jr.ROW_LIMITS,ROW_STARTS:jr.ROW_STARTS},t=[];for(let n of r)if(n in e)t.push(e[n]);else break;return t}function nV(r){return r.length===0?0:r[0]===jr.FIRST_DIM_SIZE?r.length-1:r.length}function oV(r,e){if(r==null||e==null)return;let t=r.length,n=e.length;if(t>=n)throw new Error(`defaultValue.shape=${r} and ragged tensor flatValues.shape=${e}, are incompatible: defaultValue.rank = ${t} must be less than ragged tensor input flatValues.rank = ${n})`);for(let o=0;o<Math.min(t,n-1);++o){let s=r[o],a=e[o+1];if(s>=0&&a>=0&&s!==1&&s!==a)throw new Error(`defaultValue.shape=${r}, and ragged tensor input flatValues.shape=${e} are incompatible: defaultValue.shape[${o-r.length}] = ${s} but ragged tensor input.flatValues.shape[${o-r.length}] = ${a}`)}}var sm=30;function sV(r){return r<=sm?r:ha(r,Math.floor(Math.sqrt(r)))}function aV(r,e,t){let n=t*(typeof r=="number"?r:r[0]),o=e*(typeof r=="number"?r:r[1]);return[n,o]}function iV(r,e,t,n=!0){let o=[];if(n)o=o.concat(e.slice(0)),o.push(r[0]/t),o=o.concat(r.slice(1));else{o=o.concat(r[0]);let s=e.length;for(let a=0;a<s;++a)o=o.concat([r[a+1]/e[a],e[a]]);o=o.concat(r.slice(s+1))}return o}function uV(r,e,t=!0){let n=[];if(t){n.push(e);for(let o=e+1;o<r;++o)o<=2*e?(n.push(o),n.push(o-(e+1))):n.push(o)}else{let o=[],s=[];for(let a=1;a<r;++a)a>=e*2+1||a%2===1?s.push(a):o.push(a);n.push(...o),n.push(0),n.push(...s)}return n}function pV(r,e,t,n=!0){let o=[];n?o.push(r[0]/t):o.push(r[0]*t);for(let s=1;s<r.length;++s)s<=e.length?n?o.push(e[s-1]*r[s]):o.push(r[s]/e[s-1]):o.push(r[s]);return o}function lV(r,e){let t=[0];for(let n=0;n<e;++n)t.push(r[n][0]);return t}function cV(r,e,t){let n=r.slice(0,1);for(let o=0;o<t;++o)n.push(r[o+1]-e[o][0]-e[o][1]);return n}var mV=1.7580993408473768,fV=1.0507009873554805;var dV=.3275911,hV=.254829592,gV=-.284496736,xV=1.421413741,yV=-1.453152027,bV=1.061405429;function wV(r,e){if(r.length!==e.length)throw new Error(`Cannot merge real and imag arrays of different lengths. real:${r.length}, imag: ${e.length}.`);let t=new Float32Array(r.length*2);for(let n=0;n<t.length;n+=2)t[n]=r[n/2],t[n+1]=e[n/2];return t}function vV(r){let e=new Float32Array(r.length/2),t=new Float32Array(r.length/2);for(let n=0;n<r.length;n+=2)e[n/2]=r[n],t[n/2]=r[n+1];return{real:e,imag:t}}function SV(r){let e=Math.ceil(r.length/4),t=new Float32Array(e),n=new Float32Array(e);for(let o=0;o<r.length;o+=4)t[Math.floor(o/4)]=r[o],n[Math.floor(o/4)]=r[o+1];return{real:t,imag:n}}function IV(r){let e=Math.floor(r.length/4),t=new Float32Array(e),n=new Float32Array(e);for(let o=2;o<r.length;o+=4)t[Math.floor(o/4)]=r[o],n[Math.floor(o/4)]=r[o+1];return{real:t,imag:n}}function CV(r,e){let t=r[e*2],n=r[e*2+1];return{real:t,imag:n}}function NV(r,e,t,n){r[n*2]=e,r[n*2+1]=t}function _V(r,e){let t=new Float32Array(r/2),n=new Float32Array(r/2);for(let o=0;o<Math.ceil(r/2);o++){let s=(e?2:-2)*Math.PI*(o/r);t[o]=Math.cos(s),n[o]=Math.sin(s)}return{real:t,imag:n}}function TV(r,e,t){let n=(t?2:-2)*Math.PI*(r/e),o=Math.cos(n),s=Math.sin(n);return{real:o,imag:s}}var hy="->",kV=/->/g,d0=",",h0="...";function EV(r,e){r=r.replace(/\s/g,"");let t=(r.length-r.replace(kV,"").length)/hy.length;if(t<1)throw new Error("Equations without an arrow are not supported.");if(t>1)throw new Error(`Equation must contain exactly one arrow ("${hy}").`);let[n,o]=r.split(hy);_(n.indexOf(h0)===-1,()=>`The ellipsis notation ("${h0}") is not supported yet.`);let s=n.split(d0),a=s.length;if(e!==a)throw new Error(`Expected ${a} input tensors, received ${e}`);if(a>2)throw new Error("Support for more than 2 input tensors is not implemented yet.");let u=[];for(let m=0;m<o.length;++m){let f=o[m];if(!s.some(d=>d.indexOf(f)!==-1))throw new Error(`Output subscripts contain the label ${f} not present in the input subscripts.`);u.indexOf(f)===-1&&u.push(f)}for(let m=0;m<n.length;++m){let f=n[m];u.indexOf(f)===-1&&f!==d0&&u.push(f)}let p=new Array(s.length);for(let m=0;m<a;++m){if(new Set(s[m].split("")).size!==s[m].length)throw new Error(`Found duplicate axes in input component ${s[m]}. Support for duplicate axes in input is not implemented yet.`);p[m]=[];for(let f=0;f<s[m].length;++f)p[m].push(u.indexOf(s[m][f]))}let i=u.length,l=o.length,c=[];for(let m=l;m<i;++m)c.push(m);return{allDims:u,summedDims:c,idDims:p}}function $V(r,e){let t=new Array(r);t.fill(-1);for(let o=0;o<e.length;++o)t[e[o]]=o;let n=[];for(let o=0;o<r;++o)t[o]===-1&&n.push(o);return t=t.filter(o=>o!==-1),{permutationIndices:t,expandDims:n}}function AV(r,e,t){let n=new Array(r);for(let o=0;o<t.length;++o){let s=t[o].shape;for(let a=0;a<e[o].length;++a)n[e[o][a]]===void 0?n[e[o][a]]=s[a]:_(n[e[o][a]]===s[a],()=>`Expected dimension ${n[e[o][a]]} at axis ${a} of input shaped ${JSON.stringify(s)}, but got dimension ${s[a]}`)}}function RV(r,e){let t=r,n=[],o=0;r.length===0&&t.push(-1),o=r.length+1;for(let a=0;a<o;++a)n.push([]);let s=[];for(let a=0;a<t.length;++a){let u=t[a],p=FV(e,u);for(let i of p)s.indexOf(i)===-1&&(n[a].push(i),s.push(i))}return{path:t,steps:n}}function DV(r){return r.every((e,t)=>e===t)}function FV(r,e){let t=[];for(let n=0;n<r.length;++n)(r[n].length===0||r[n].indexOf(e)!==-1||e===-1)&&t.push(n);return t}function OV(r,e,t=0){let n=[];if(typeof e=="number")_(r.shape[t]%e===0,()=>"Number of splits must evenly divide the axis."),n=new Array(e).fill(r.shape[t]/e);else{let o=e.reduce((a,u)=>(u===-1&&(a+=1),a),0);_(o<=1,()=>"There should be only one negative value in split array.");let s=e.indexOf(-1);if(s!==-1){let a=e.reduce((u,p)=>p>0?u+p:u);e[s]=r.shape[t]-a}_(r.shape[t]===e.reduce((a,u)=>a+u),()=>"The sum of sizes must match the size of the axis dimension."),n=e}return n}function PV(r){return`Received SparseTensor with denseShape[0] = 0 but
  indices.shape[0] = ${r}`}function MV(r,e){return`indices(${r}, 0) is invalid: ${e} < 0`}function LV(r,e,t){return`indices(${r}, 0) is invalid: ${e} >= ${t}`}function BV(r,e){return`only one output dimension may be -1, not both ${r} and ${e}`}function VV(r,e){return`size ${r} must be non-negative, not ${e}`}function UV(){return"reshape cannot infer the missing input size for an empty tensor unless all specified input sizes are non-zero"}function WV(r,e){let t=de(r),n=de(e);return`Input to reshape is a SparseTensor with ${t}
  dense values, but the requested shape requires a multiple of ${n}. inputShape=${r} outputShape= ${e}`}function GV(r,e){let t=de(r),n=de(e);return`Input to reshape is a tensor with ${t} dense values, but the requested shape has ${n}. inputShape=${r} outputShape=${e}`}function zV(){return"segment ids must be >= 0"}function HV(){return"segment ids are not increasing"}function qV(r,e){return`Segment id ${r} out of range [0, ${e}), possibly because segmentIds input is not sorted.`}function KV(r,e,t){return`Bad: indices[${r}] == ${e} out of range [0, ${t})`}var gy={};Ae(gy,{collectGatherOpShapeInfo:()=>YV,computeOutShape:()=>XV,segOpComputeOptimalWindowSize:()=>jV});function jV(r,e){let t=!1,n;for(r<=sm?(n=r,t=!0):n=ha(r,Math.floor(Math.sqrt(r)));!t;)n>e||n===r?t=!0:n=ha(r,n+1);return n}function XV(r,e,t){let n=[],o=r.length;for(let s=0;s<o;s++)s!==e?n.push(r[s]):n.push(t);return n}function YV(r,e,t,n){let o=e.shape.length,s=r.shape.length;if(n!==0&&(n<-o||n>o))throw new Error(`Expect batchDims in the range of [-${o}, ${o}], but got ${n}`);if(n<0&&(n+=o),n>s)throw new Error(`batchDims (${n}) must be less than rank(x) (
    ${s}).`);if(t<n)throw new Error(`batchDims (${n}) must be less than or equal to axis (${t}).`);for(let c=0;c<n;++c)if(r.shape[c]!==e.shape[c])throw new Error(`x.shape[${c}]: ${r.shape[c]} should be equal to indices.shape[${c}]: ${e.shape[c]}.`);let a=r.shape[t],u=[],p=1,i=1,l=1;for(let c=0;c<n;++c)u.push(r.shape[c]),p*=r.shape[c];for(let c=n;c<t;c++)u.push(r.shape[c]),i*=r.shape[c];for(let c=n;c<o;c++)u.push(e.shape[c]);for(let c=t+1;c<s;c++)u.push(r.shape[c]),l*=r.shape[c];return{batchSize:p,sliceSize:l,outerSize:i,dimSize:a,outputShape:u}}function QV(r){try{return r.map(e=>Si(e))}catch(e){throw new Error(`Failed to decode encoded string bytes into utf-8, error: ${e}`)}}function ZV(r){return r.map(e=>vi(e))}var Xr={};Ae(Xr,{nonMaxSuppressionV3Impl:()=>Hc,nonMaxSuppressionV4Impl:()=>qc,nonMaxSuppressionV5Impl:()=>Kc,whereImpl:()=>Vc});jC();var JV=$();JV.registerFlag("KEEP_INTERMEDIATE_TENSORS",()=>!1,r=>{r&&console.warn("Keep intermediate tensors is ON. This will print the values of all intermediate tensors during model inference. Not all models support this mode. For details, check e2e/benchmarks/ model_config.js. This significantly impacts performance.")});var Gt;(function(r){r[r.DT_INVALID=0]="DT_INVALID",r[r.DT_FLOAT=1]="DT_FLOAT",r[r.DT_DOUBLE=2]="DT_DOUBLE",r[r.DT_INT32=3]="DT_INT32",r[r.DT_UINT8=4]="DT_UINT8",r[r.DT_INT16=5]="DT_INT16",r[r.DT_INT8=6]="DT_INT8",r[r.DT_STRING=7]="DT_STRING",r[r.DT_COMPLEX64=8]="DT_COMPLEX64",r[r.DT_INT64=9]="DT_INT64",r[r.DT_BOOL=10]="DT_BOOL",r[r.DT_QINT8=11]="DT_QINT8",r[r.DT_QUINT8=12]="DT_QUINT8",r[r.DT_QINT32=13]="DT_QINT32",r[r.DT_BFLOAT16=14]="DT_BFLOAT16",r[r.DT_QINT16=15]="DT_QINT16",r[r.DT_QUINT16=16]="DT_QUINT16",r[r.DT_UINT16=17]="DT_UINT16",r[r.DT_COMPLEX128=18]="DT_COMPLEX128",r[r.DT_HALF=19]="DT_HALF",r[r.DT_RESOURCE=20]="DT_RESOURCE",r[r.DT_VARIANT=21]="DT_VARIANT",r[r.DT_UINT32=22]="DT_UINT32",r[r.DT_UINT64=23]="DT_UINT64",r[r.DT_FLOAT_REF=101]="DT_FLOAT_REF",r[r.DT_DOUBLE_REF=102]="DT_DOUBLE_REF",r[r.DT_INT32_REF=103]="DT_INT32_REF",r[r.DT_UINT8_REF=104]="DT_UINT8_REF",r[r.DT_INT16_REF=105]="DT_INT16_REF",r[r.DT_INT8_REF=106]="DT_INT8_REF",r[r.DT_STRING_REF=107]="DT_STRING_REF",r[r.DT_COMPLEX64_REF=108]="DT_COMPLEX64_REF",r[r.DT_INT64_REF=109]="DT_INT64_REF",r[r.DT_BOOL_REF=110]="DT_BOOL_REF",r[r.DT_QINT8_REF=111]="DT_QINT8_REF",r[r.DT_QUINT8_REF=112]="DT_QUINT8_REF",r[r.DT_QINT32_REF=113]="DT_QINT32_REF",r[r.DT_BFLOAT16_REF=114]="DT_BFLOAT16_REF",r[r.DT_QINT16_REF=115]="DT_QINT16_REF",r[r.DT_QUINT16_REF=116]="DT_QUINT16_REF",r[r.DT_UINT16_REF=117]="DT_UINT16_REF",r[r.DT_COMPLEX128_REF=118]="DT_COMPLEX128_REF",r[r.DT_HALF_REF=119]="DT_HALF_REF",r[r.DT_RESOURCE_REF=120]="DT_RESOURCE_REF",r[r.DT_VARIANT_REF=121]="DT_VARIANT_REF",r[r.DT_UINT32_REF=122]="DT_UINT32_REF",r[r.DT_UINT64_REF=123]="DT_UINT64_REF"})(Gt||(Gt={}));var x0;(function(r){let e;(function(t){t[t.LEGACY=0]="LEGACY",t[t.V1=1]="V1",t[t.V2=2]="V2"})(e=r.CheckpointFormatVersion||(r.CheckpointFormatVersion={}))})(x0||(x0={}));var tU={};function am(r){return tU[r]}function y(r,e,t,n,o){let s=e.inputParams[r];if(s&&s.inputIndexStart!==void 0){let u=s.inputIndexStart,p=s.inputIndexEnd===0?void 0:s.inputIndexEnd===void 0?u+1:s.inputIndexEnd,i=u<0?e.inputNames.length+u:u;if(s.type==="tensor")return et(e.inputNames[i],t,n,o);if(s.type==="tensors"){let m=e.inputs.slice(u,p);return e.inputNames.slice(u,p).filter((d,g)=>{var h;return((h=m[g])===null||h===void 0?void 0:h.op)!=="NoOp"}).map(d=>et(d,t,n,o))}let l=et(e.inputNames[i],t,n,o),c=l.dataSync();return s.type==="number"?c[0]:b.toNestedArray(l.shape,c)}let a=e.attrParams[r];return a&&a.value}function et(r,e,t,n){let[o,s]=Ft(r,t);if(n!=null){let u=n.getHashTableHandleByName(o);if(u!=null)return u}let a=t.currentContextIds.find(u=>!!e[im(o,u)]);return a!==void 0?e[im(o,a)][s]:void 0}function xy(r,e,t){return e[im(r,t.currentContextId)]}function Rr(r,e){let[t,n,o]=Ft(r,e);return[im(t,e&&e.currentContextId),n,o]}function im(r,e){return e?`${r}-${e}`:r}function Ft(r,e){if(r==="")return["",0,void 0];let t=e!=null&&e.parseNodeNameCache!=null;if(t){let s=e.parseNodeNameCache.get(r);if(s!=null)return s}let n=r.split(":"),o;if(n.length===1)o=[r,0,void 0];else{let s=n[0],a=n.length===3?n[1]:void 0,u=Number(n[n.length-1]);o=[s,u,a]}return t&&e.parseNodeNameCache.set(r,o),o}function ep(r,e,t){let n=y("pad",r,e,t);if(n==="explicit"){n=y("explicitPaddings",r,e,t);let o=[[0,0],[0,0],[0,0],[0,0]];for(let s=0;s<4;s++)o[s][0]=n[s*2],o[s][1]=n[s*2+1];return o}return n}function Dr(r){return r.kept?r:er(r)}var yy={};Ae(yy,{json:()=>rU});var rU=[{tfOpName:"Add",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"AddV2",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"AddN",category:"arithmetic",inputs:[{start:0,end:0,name:"tensors",type:"tensors"}]},{tfOpName:"BiasAdd",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0}]},{tfOpName:"Sub",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"RealDiv",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Div",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"DivNoNan",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"FloorDiv",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Mul",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Maximum",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Minimum",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Pow",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"SquaredDifference",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Mod",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"FloorMod",category:"arithmetic",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]}];var by={};Ae(by,{json:()=>nU});var nU=[{tfOpName:"Abs",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Acos",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Asin",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Atan",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Atan2",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"y",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Ceil",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"ClipByValue",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"clipValueMin",type:"number"},{start:2,name:"clipValueMax",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Complex",category:"basic_math",inputs:[{start:0,name:"real",type:"tensor"},{start:1,name:"imag",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"ComplexAbs",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Cos",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Cosh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Elu",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Exp",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Floor",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Log",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Imag",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"Tout",name:"outputType",type:"dtype",notSupported:!0}]},{tfOpName:"Neg",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Real",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"Tout",name:"outputType",type:"dtype",notSupported:!0}]},{tfOpName:"Prelu",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"alpha",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Relu",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Relu6",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Selu",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Sigmoid",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Sin",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Sinh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Sqrt",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Rsqrt",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Square",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Tan",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Tanh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Sign",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Round",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Expm1",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Log1p",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Reciprocal",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Softplus",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Asinh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Acosh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Atanh",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Erf",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"LeakyRelu",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"alpha",name:"alpha",type:"number",defaultValue:.2},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"IsNan",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"IsFinite",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"IsInf",category:"basic_math",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]}];var wy={};Ae(wy,{json:()=>oU});var oU=[{tfOpName:"EmptyTensorList",category:"control",inputs:[{start:0,name:"elementShape",type:"shape"},{start:1,name:"maxNumElements",type:"number"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"LoopCond",category:"control",inputs:[{start:0,name:"pred",type:"tensor"}]},{tfOpName:"Switch",category:"control",inputs:[{start:0,name:"data",type:"tensor"},{start:1,name:"pred",type:"tensor"}]},{tfOpName:"Merge",category:"control",inputs:[{start:0,end:0,name:"tensors",type:"tensors"}]},{tfOpName:"Enter",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"frame_name",name:"frameName",type:"string"},{tfName:"is_constant",name:"isConstant",type:"bool"}]},{tfOpName:"Exit",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"NextIteration",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"TensorArrayV3",category:"control",inputs:[{start:0,name:"size",type:"number"}],attrs:[{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"element_shape",name:"elementShape",type:"shape"},{tfName:"dynamic_size",name:"dynamicSize",type:"bool"},{tfName:"clear_after_read",name:"clearAfterRead",type:"bool"},{tfName:"identical_element_shapes",name:"identicalElementShapes",type:"bool"},{tfName:"tensor_array_name",name:"name",type:"string"}]},{tfOpName:"TensorArrayWriteV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"index",type:"number"},{start:2,name:"tensor",type:"tensor"},{start:3,name:"flowIn",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"TensorArrayReadV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"index",type:"number"},{start:2,name:"flowIn",type:"number"}],attrs:[{tfName:"dtype",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"TensorArrayGatherV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"indices",type:"number[]"},{start:2,name:"flowIn",type:"number"}],attrs:[{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"element_shape",name:"elementShape",type:"shape"}]},{tfOpName:"TensorArrayScatterV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"indices",type:"number[]"},{start:2,name:"tensor",type:"tensor"},{start:3,name:"flowIn",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"TensorArrayConcatV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"flowIn",type:"number"}],attrs:[{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"element_shape_except0",name:"elementShapeExcept0",type:"shape",notSupported:!0}]},{tfOpName:"TensorArraySplitV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"tensor",type:"tensor"},{start:2,name:"lengths",type:"number[]"},{start:3,name:"flowIn",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"TensorArraySizeV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"},{start:1,name:"flowIn",type:"number"}]},{tfOpName:"TensorArrayCloseV3",category:"control",inputs:[{start:0,name:"tensorArrayId",type:"tensor"}]},{tfOpName:"StatelessIf",category:"control",inputs:[{start:0,name:"cond",type:"tensor"},{start:1,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"then_branch",name:"thenBranch",type:"func"},{tfName:"else_branch",name:"elseBranch",type:"func"}]},{tfOpName:"If",category:"control",inputs:[{start:0,name:"cond",type:"tensor"},{start:1,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"then_branch",name:"thenBranch",type:"func"},{tfName:"else_branch",name:"elseBranch",type:"func"}]},{tfOpName:"StatelessWhile",category:"control",inputs:[{start:0,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"cond",name:"cond",type:"func"},{tfName:"body",name:"body",type:"func"}]},{tfOpName:"While",category:"control",inputs:[{start:0,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"cond",name:"cond",type:"func"},{tfName:"body",name:"body",type:"func"}]},{tfOpName:"TensorListScatter",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"},{start:1,name:"indices",type:"number[]"},{start:2,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListScatterV2",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"},{start:1,name:"indices",type:"number[]"},{start:2,name:"elementShape",type:"shape"},{start:3,name:"numElements",type:"number"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListGather",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"indices",type:"number[]"},{start:2,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListGetItem",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"index",type:"number"},{start:2,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListSetItem",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"index",type:"number"},{start:2,name:"tensor",type:"tensor"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListReserve",category:"control",inputs:[{start:0,name:"elementShape",type:"shape"},{start:1,name:"numElements",type:"number"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListFromTensor",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"},{start:1,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListStack",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"},{tfName:"num_elements",name:"numElements",type:"dtype"}]},{tfOpName:"TensorListSplit",category:"control",inputs:[{start:0,name:"tensor",type:"tensor"},{start:1,name:"elementShape",type:"shape"},{start:2,name:"lengths",type:"number[]"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListConcat",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"}],attrs:[{tfName:"element_shape",name:"elementShape",type:"shape"},{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListConcatV2",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"}],attrs:[{tfName:"element_shape",name:"elementShape",type:"shape"},{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListPopBack",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"elementShape",type:"shape"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListPushBack",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"tensor",type:"tensor"}],attrs:[{tfName:"element_dtype",name:"elementDType",type:"dtype"}]},{tfOpName:"TensorListLength",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"}]},{tfOpName:"TensorListResize",category:"control",inputs:[{start:0,name:"tensorListId",type:"tensor"},{start:1,name:"size",type:"number"}]}];var vy={};Ae(vy,{json:()=>sU});var sU=[{tfOpName:"AvgPool",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0},{tfName:"ksize",name:"kernelSize",type:"number[]"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"MaxPool",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0},{tfName:"ksize",name:"kernelSize",type:"number[]"},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[],notSupported:!0},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"MaxPoolWithArgmax",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"ksize",name:"kernelSize",type:"number[]"},{tfName:"include_batch_in_index",name:"includeBatchInIndex",type:"bool"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"AvgPool3D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0},{tfName:"ksize",name:"kernelSize",type:"number[]"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"MaxPool3D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0},{tfName:"ksize",name:"kernelSize",type:"number[]"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Conv1D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"stride",name:"stride",type:"number"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NWC"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"dilation",name:"dilation",type:"number",defaultValue:1}]},{tfOpName:"Conv2D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"useCudnnOnGpu",name:"useCudnnOnGpu",type:"bool"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]},{tfName:"dilations",name:"dilations",type:"number[]"}]},{tfOpName:"_FusedConv2D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"},{start:2,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"num_args",name:"numArgs",type:"number"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]},{tfName:"use_cudnn_on_gpu",name:"useCudnnOnGpu",type:"bool",defaultValue:!0},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"dilations",name:"dilations",type:"number[]",defaultValue:[1,1,1,1]},{tfName:"fused_ops",name:"fusedOps",type:"string[]",defaultValue:[]},{tfName:"epsilon",name:"epsilon",type:"number",defaultValue:1e-4},{tfName:"leakyrelu_alpha",name:"leakyreluAlpha",type:"number",defaultValue:.2}]},{tfOpName:"Conv2DBackpropInput",category:"convolution",inputs:[{start:2,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"},{start:0,name:"outputShape",type:"number[]"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]},{tfName:"dilations",name:"dilations",type:"number[]",notSupported:!0}]},{tfOpName:"DepthwiseConv2d",category:"convolution",inputs:[{start:0,name:"input",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]},{tfName:"dilations",name:"dilations",type:"number[]"}]},{tfOpName:"DepthwiseConv2dNative",category:"convolution",inputs:[{start:0,name:"input",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]},{tfName:"dilations",name:"dilations",type:"number[]"}]},{tfOpName:"FusedDepthwiseConv2dNative",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"},{start:2,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"num_args",name:"numArgs",type:"number"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"dilations",name:"dilations",type:"number[]",defaultValue:[1,1,1,1]},{tfName:"fused_ops",name:"fusedOps",type:"string[]",defaultValue:[]},{tfName:"explicit_paddings",name:"explicitPaddings",type:"number[]",defaultValue:[]}]},{tfOpName:"Conv3D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"padding",name:"pad",type:"string"},{tfName:"data_format",name:"dataFormat",type:"string",defaultValue:"NHWC"},{tfName:"dilations",name:"dilations",type:"number[]"}]},{tfOpName:"Dilation2D",category:"convolution",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"filter",type:"tensor"}],attrs:[{tfName:"strides",name:"strides",type:"number[]"},{tfName:"rates",name:"dilations",type:"number[]"},{tfName:"padding",name:"pad",type:"string"}]}];var Sy={};Ae(Sy,{json:()=>aU});var aU=[{tfOpName:"Fill",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"},{start:1,name:"value",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"LinSpace",category:"creation",inputs:[{start:0,name:"start",type:"number"},{start:1,name:"stop",type:"number"},{start:2,name:"num",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"OneHot",category:"creation",inputs:[{start:0,name:"indices",type:"tensor"},{start:1,name:"depth",type:"number"},{start:2,name:"onValue",type:"number",defaultValue:1},{start:3,name:"offValue",type:"number",defaultValue:0}],attrs:[{tfName:"axis",name:"axis",type:"number",notSupported:!0},{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"Ones",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"OnesLike",category:"creation",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"dtype",name:"dtype",type:"dtype"}]},{tfOpName:"RandomStandardNormal",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"seed",name:"seed",type:"number",defaultValue:0},{tfName:"seed2",name:"seed2",type:"number",defaultValue:0,notSupported:!0},{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"T",name:"T",type:"number",notSupported:!0}]},{tfOpName:"RandomUniform",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"minval",name:"minval",type:"number",defaultValue:0},{tfName:"maxval",name:"maxval",type:"number",defaultValue:1},{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"seed",name:"seed",type:"number",defaultValue:0},{tfName:"seed2",name:"seed2",type:"number",defaultValue:0,notSupported:!0},{tfName:"T",name:"T",type:"number",notSupported:!0}]},{tfOpName:"RandomUniformInt",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"minval",name:"minval",type:"number"},{tfName:"maxval",name:"maxval",type:"number"},{tfName:"seed",name:"seed",type:"number",defaultValue:0},{tfName:"seed2",name:"seed2",type:"number",defaultValue:0,notSupported:!0}]},{tfOpName:"Range",category:"creation",inputs:[{start:0,name:"start",type:"number"},{start:1,name:"stop",type:"number"},{start:2,name:"step",type:"number",defaultValue:0}],attrs:[{tfName:"Tidx",name:"dtype",type:"dtype"}]},{tfOpName:"TruncatedNormal",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"means",name:"mean",type:"number",defaultValue:0},{tfName:"stddev",name:"stdDev",type:"number",defaultValue:1},{tfName:"seed",name:"seed",type:"number"},{tfName:"seed2",name:"seed2",type:"number",defaultValue:0,notSupported:!0},{tfName:"dtype",name:"dtype",type:"dtype"},{tfName:"T",name:"T",type:"number",notSupported:!0}]},{tfOpName:"Zeros",category:"creation",inputs:[{start:0,name:"shape",type:"number[]"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"ZerosLike",category:"creation",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"Multinomial",category:"creation",inputs:[{start:0,name:"logits",type:"tensor"},{start:1,name:"numSamples",type:"number"}],attrs:[{tfName:"seed",name:"seed",type:"number"},{tfName:"seed2",name:"seed2",type:"number"},{tfName:"T",name:"dtype",type:"dtype"},{tfName:"output_dtype",name:"output_dtype",type:"dtype"}]}];var Iy={};Ae(Iy,{json:()=>iU});var iU=[{tfOpName:"NonMaxSuppressionV2",category:"dynamic",inputs:[{start:0,name:"boxes",type:"tensor"},{start:1,name:"scores",type:"tensor"},{start:2,name:"maxOutputSize",type:"number"},{start:3,name:"iouThreshold",type:"number"}]},{tfOpName:"NonMaxSuppressionV3",category:"dynamic",inputs:[{start:0,name:"boxes",type:"tensor"},{start:1,name:"scores",type:"tensor"},{start:2,name:"maxOutputSize",type:"number"},{start:3,name:"iouThreshold",type:"number"},{start:4,name:"scoreThreshold",type:"number"}]},{tfOpName:"NonMaxSuppressionV4",category:"dynamic",inputs:[{start:0,name:"boxes",type:"tensor"},{start:1,name:"scores",type:"tensor"},{start:2,name:"maxOutputSize",type:"number"},{start:3,name:"iouThreshold",type:"number"},{start:4,name:"scoreThreshold",type:"number"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0},{tfName:"T_threshold",name:"threshold",type:"dtype",notSupported:!0},{tfName:"pad_to_max_output_size",name:"padToMaxOutputSize",type:"bool"}]},{tfOpName:"NonMaxSuppressionV5",category:"dynamic",inputs:[{start:0,name:"boxes",type:"tensor"},{start:1,name:"scores",type:"tensor"},{start:2,name:"maxOutputSize",type:"number"},{start:3,name:"iouThreshold",type:"number"},{start:4,name:"scoreThreshold",type:"number"},{start:5,name:"softNmsSigma",type:"number"}]},{tfOpName:"Where",category:"dynamic",inputs:[{start:0,name:"condition",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"ListDiff",category:"dynamic",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"y",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]}];var Cy={};Ae(Cy,{json:()=>uU});var uU=[{tfOpName:"LowerBound",category:"evaluation",inputs:[{start:0,name:"sortedSequence",type:"tensor"},{start:1,name:"values",type:"tensor"}]},{tfOpName:"TopKV2",category:"evaluation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"k",type:"number"}],attrs:[{tfName:"sorted",name:"sorted",type:"bool"}]},{tfOpName:"UpperBound",category:"evaluation",inputs:[{start:0,name:"sortedSequence",type:"tensor"},{start:1,name:"values",type:"tensor"}]},{tfOpName:"Unique",category:"evaluation",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"UniqueV2",category:"evaluation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}]}];var Ny={};Ae(Ny,{json:()=>pU});var pU=[{tfOpName:"PlaceholderWithDefault",category:"graph",inputs:[{start:0,name:"default",type:"tensor"}],attrs:[{tfName:"shape",name:"shape",type:"shape"},{tfName:"dtype",name:"dtype",type:"dtype"}]},{tfOpName:"Placeholder",category:"graph",attrs:[{tfName:"shape",name:"shape",type:"shape"},{tfName:"dtype",name:"dtype",type:"dtype"}]},{tfOpName:"Const",category:"graph"},{tfOpName:"Identity",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"IdentityN",category:"graph",inputs:[{start:0,end:0,name:"x",type:"tensors"}]},{tfOpName:"Snapshot",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"Rank",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"Size",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"Shape",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"ShapeN",category:"graph",inputs:[{start:0,end:0,name:"x",type:"tensors"}]},{tfOpName:"Print",category:"graph",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"data",type:"tensors"}],attrs:[{tfName:"message",name:"message",type:"string"},{tfName:"first_n",name:"firstN",type:"number",notSupported:!0},{tfName:"summarize",name:"summarize",type:"number",defaultValue:3}]},{tfOpName:"NoOp",category:"graph",inputs:[]},{tfOpName:"StopGradient",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"FakeQuantWithMinMaxVars",category:"graph",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"min",name:"min",type:"number"},{tfName:"max",name:"max",type:"number"}]}];var _y={};Ae(_y,{json:()=>lU});var lU=[{tfOpName:"HashTable",category:"hash_table",inputs:[],attrs:[{tfName:"shared_name",name:"sharedName",type:"string"},{tfName:"use_node_name_sharing",name:"useNodeNameSharing",type:"bool"},{tfName:"key_dtype",name:"keyDType",type:"dtype"},{tfName:"value_dtype",name:"valueDType",type:"dtype"}]},{tfOpName:"HashTableV2",category:"hash_table",inputs:[],attrs:[{tfName:"shared_name",name:"sharedName",type:"string"},{tfName:"use_node_name_sharing",name:"useNodeNameSharing",type:"bool"},{tfName:"key_dtype",name:"keyDType",type:"dtype"},{tfName:"value_dtype",name:"valueDType",type:"dtype"}]},{tfOpName:"LookupTableImport",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"values",type:"tensor"}],attrs:[{tfName:"Tin",name:"tIn",type:"dtype",notSupported:!0},{tfName:"Tout",name:"tOut",type:"dtype",notSupported:!0}]},{tfOpName:"LookupTableImportV2",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"values",type:"tensor"}],attrs:[{tfName:"Tin",name:"tIn",type:"dtype",notSupported:!0},{tfName:"Tout",name:"tOut",type:"dtype",notSupported:!0}]},{tfOpName:"LookupTableFind",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"defaultValue",type:"tensor"}],attrs:[{tfName:"Tin",name:"tIn",type:"dtype",notSupported:!0},{tfName:"Tout",name:"tOut",type:"dtype",notSupported:!0}]},{tfOpName:"LookupTableFindV2",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"defaultValue",type:"tensor"}],attrs:[{tfName:"Tin",name:"tIn",type:"dtype",notSupported:!0},{tfName:"Tout",name:"tOut",type:"dtype",notSupported:!0}]},{tfOpName:"LookupTableSize",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"}]},{tfOpName:"LookupTableSizeV2",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"}]},{tfOpName:"InitializeTable",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"values",type:"tensor"}]},{tfOpName:"InitializeTableV2",category:"hash_table",inputs:[{start:0,name:"tableHandle",type:"tensor"},{start:1,name:"keys",type:"tensor"},{start:2,name:"values",type:"tensor"}]}];var Ty={};Ae(Ty,{json:()=>cU});var cU=[{tfOpName:"ResizeBilinear",category:"image",inputs:[{start:0,name:"images",type:"tensor"},{start:1,name:"size",type:"number[]"}],attrs:[{tfName:"align_corners",name:"alignCorners",type:"bool"},{tfName:"half_pixel_centers",name:"halfPixelCenters",type:"bool"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"ResizeNearestNeighbor",category:"image",inputs:[{start:0,name:"images",type:"tensor"},{start:1,name:"size",type:"number[]"}],attrs:[{tfName:"align_corners",name:"alignCorners",type:"bool"},{tfName:"half_pixel_centers",name:"halfPixelCenters",type:"bool"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"CropAndResize",category:"image",inputs:[{start:0,name:"image",type:"tensor"},{start:1,name:"boxes",type:"tensor"},{start:2,name:"boxInd",type:"tensor"},{start:3,name:"cropSize",type:"number[]"}],attrs:[{tfName:"method",name:"method",type:"string"},{tfName:"extrapolation_value",name:"extrapolationValue",type:"number"}]},{tfOpName:"ImageProjectiveTransformV3",category:"image",inputs:[{start:0,name:"images",type:"tensor"},{start:1,name:"transforms",type:"tensor"},{start:2,name:"outputShape",type:"number[]"},{start:3,name:"fillValue",type:"number"}],attrs:[{tfName:"interpolation",name:"interpolation",type:"string"},{tfName:"fill_mode",name:"fillMode",type:"string"}]}];var ky={};Ae(ky,{json:()=>mU});var mU=[{tfOpName:"Equal",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"NotEqual",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Greater",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"GreaterEqual",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Less",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"LessEqual",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"LogicalAnd",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"LogicalNot",category:"logical",inputs:[{start:0,name:"a",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"LogicalOr",category:"logical",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Select",category:"logical",inputs:[{start:0,name:"condition",type:"tensor"},{start:1,name:"a",type:"tensor"},{start:2,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"SelectV2",category:"logical",inputs:[{start:0,name:"condition",type:"tensor"},{start:1,name:"a",type:"tensor"},{start:2,name:"b",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"BitwiseAnd",category:"logical",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"y",type:"tensor"}]}];var Ey={};Ae(Ey,{json:()=>fU});var fU=[{tfOpName:"_FusedMatMul",category:"matrices",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"},{start:2,end:0,name:"args",type:"tensors"}],attrs:[{tfName:"num_args",name:"numArgs",type:"number"},{tfName:"fused_ops",name:"fusedOps",type:"string[]",defaultValue:[]},{tfName:"epsilon",name:"epsilon",type:"number",defaultValue:1e-4},{tfName:"transpose_a",name:"transposeA",type:"bool",defaultValue:!1},{tfName:"transpose_b",name:"transposeB",type:"bool",defaultValue:!1},{tfName:"leakyrelu_alpha",name:"leakyreluAlpha",type:"number",defaultValue:.2},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"MatMul",category:"matrices",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"transpose_a",name:"transposeA",type:"bool",defaultValue:!1},{tfName:"transpose_b",name:"transposeB",type:"bool",defaultValue:!1},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"BatchMatMul",category:"matrices",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"adj_x",name:"transposeA",type:"bool",defaultValue:!1},{tfName:"adj_y",name:"transposeB",type:"bool",defaultValue:!1},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"BatchMatMulV2",category:"matrices",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"b",type:"tensor"}],attrs:[{tfName:"adj_x",name:"transposeA",type:"bool",defaultValue:!1},{tfName:"adj_y",name:"transposeB",type:"bool",defaultValue:!1},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Transpose",category:"matrices",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"perm",type:"number[]"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Einsum",category:"matrices",inputs:[{start:0,end:0,name:"tensors",type:"tensors"}],attrs:[{tfName:"equation",name:"equation",type:"string"},{tfName:"N",name:"n",type:"number",defaultValue:2},{tfName:"T",name:"dtype",type:"dtype"}]},{tfOpName:"MatrixBandPart",category:"matrices",inputs:[{start:0,name:"a",type:"tensor"},{start:1,name:"numLower",type:"tensor"},{start:1,name:"numUpper",type:"tensor"}]}];var $y={};Ae($y,{json:()=>dU});var dU=[{tfOpName:"EuclideanNorm",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool",defaultValue:!1}]},{tfOpName:"FusedBatchNorm",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"scale",type:"tensor"},{start:2,name:"offset",type:"tensor"},{start:3,name:"mean",type:"tensor"},{start:4,name:"variance",type:"tensor"}],attrs:[{tfName:"epsilon",name:"epsilon",type:"number",defaultValue:.001},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0}]},{tfOpName:"FusedBatchNormV2",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"scale",type:"tensor"},{start:2,name:"offset",type:"tensor"},{start:3,name:"mean",type:"tensor"},{start:4,name:"variance",type:"tensor"}],attrs:[{tfName:"epsilon",name:"epsilon",type:"number",defaultValue:.001},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0}]},{tfOpName:"FusedBatchNormV3",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"scale",type:"tensor"},{start:2,name:"offset",type:"tensor"},{start:3,name:"mean",type:"tensor"},{start:4,name:"variance",type:"tensor"}],attrs:[{tfName:"epsilon",name:"epsilon",type:"number",defaultValue:.001},{tfName:"data_format",name:"dataFormat",type:"string",notSupported:!0}]},{tfOpName:"LRN",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"depth_radius",name:"radius",type:"number",defaultValue:5},{tfName:"bias",name:"bias",type:"number",defaultValue:1},{tfName:"alpha",name:"alpha",type:"number",defaultValue:1},{tfName:"beta",name:"beta",type:"number",defaultValue:.5}]},{tfOpName:"Softmax",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"LogSoftmax",category:"normalization",inputs:[{start:0,name:"x",type:"tensor"}]}];var Ay={};Ae(Ay,{json:()=>hU});var hU=[{tfOpName:"Bincount",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"size",type:"number"},{start:2,name:"weights",type:"tensor"}]},{tfOpName:"DenseBincount",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"size",type:"number"},{start:2,name:"weights",type:"tensor"}],attrs:[{tfName:"binary_output",name:"binaryOutput",type:"bool"}]},{tfOpName:"Max",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"Mean",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"Min",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"Sum",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"All",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"Any",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"}]},{tfOpName:"ArgMax",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}]},{tfOpName:"ArgMin",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}]},{tfOpName:"Prod",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}],attrs:[{tfName:"keep_dims",name:"keepDims",type:"bool"},{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"Cumprod",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}],attrs:[{tfName:"exclusive",name:"exclusive",type:"bool"},{tfName:"reverse",name:"reverse",type:"bool"}]},{tfOpName:"Cumsum",category:"reduction",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}],attrs:[{tfName:"exclusive",name:"exclusive",type:"bool"},{tfName:"reverse",name:"reverse",type:"bool"}]}];var Ry={};Ae(Ry,{json:()=>gU});var gU=[{tfOpName:"ConcatV2",category:"slice_join",inputs:[{start:0,end:-1,name:"tensors",type:"tensors"},{start:-1,name:"axis",type:"number"}],attrs:[{tfName:"N",name:"n",type:"number",defaultValue:2}]},{tfOpName:"Concat",category:"slice_join",inputs:[{start:1,end:0,name:"tensors",type:"tensors"},{start:0,name:"axis",type:"number"}],attrs:[{tfName:"N",name:"n",type:"number",defaultValue:2}]},{tfOpName:"GatherV2",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"indices",type:"tensor"},{start:2,name:"axis",type:"number",defaultValue:0}],attrs:[{tfName:"batch_dims",name:"batchDims",type:"number",defaultValue:0}]},{tfOpName:"Gather",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"indices",type:"tensor"}],attrs:[{tfName:"validate_indices",name:"validateIndices",type:"bool",notSupported:!0}]},{tfOpName:"Reverse",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"dims",type:"bool[]"}]},{tfOpName:"ReverseV2",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number[]"}]},{tfOpName:"Slice",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"begin",type:"number[]"},{start:2,name:"size",type:"number[]"}]},{tfOpName:"StridedSlice",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"begin",type:"number[]"},{start:2,name:"end",type:"number[]"},{start:3,name:"strides",type:"number[]"}],attrs:[{tfName:"begin_mask",name:"beginMask",type:"number",defaultValue:0},{tfName:"end_mask",name:"endMask",type:"number",defaultValue:0},{tfName:"new_axis_mask",name:"newAxisMask",type:"number",defaultValue:0},{tfName:"ellipsis_mask",name:"ellipsisMask",type:"number",defaultValue:0},{tfName:"shrink_axis_mask",name:"shrinkAxisMask",type:"number",defaultValue:0}]},{tfOpName:"Pack",category:"slice_join",inputs:[{start:0,end:0,name:"tensors",type:"tensors"}],attrs:[{tfName:"axis",name:"axis",type:"number",defaultValue:0}]},{tfOpName:"Unpack",category:"slice_join",inputs:[{start:0,name:"tensor",type:"tensor"}],attrs:[{tfName:"axis",name:"axis",type:"number",defaultValue:0},{tfName:"num",name:"num",type:"number",defaultValue:0,notSupported:!0}]},{tfOpName:"Tile",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"reps",type:"number[]"}]},{tfOpName:"Split",category:"slice_join",inputs:[{start:0,name:"axis",type:"number",defaultValue:0},{start:1,name:"x",type:"tensor"}],attrs:[{tfName:"num_split",name:"numOrSizeSplits",type:"number",defaultValue:1}]},{tfOpName:"SplitV",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"numOrSizeSplits",type:"number[]"},{start:2,name:"axis",type:"number",defaultValue:0}]},{tfOpName:"ScatterNd",category:"slice_join",inputs:[{start:0,name:"indices",type:"tensor"},{start:1,name:"values",type:"tensor"},{start:2,name:"shape",type:"number[]"}]},{tfOpName:"GatherNd",category:"slice_join",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"indices",type:"tensor"}]},{tfOpName:"SparseToDense",category:"slice_join",inputs:[{start:0,name:"sparseIndices",type:"tensor"},{start:1,name:"outputShape",type:"number[]"},{start:2,name:"sparseValues",type:"tensor"},{start:3,name:"defaultValue",type:"tensor"}],attrs:[{tfName:"validate_indices",name:"validateIndices",type:"bool",defaultValue:!1,notSupported:!0}]},{tfOpName:"TensorScatterUpdate",category:"slice_join",inputs:[{start:0,name:"tensor",type:"tensor"},{start:1,name:"indices",type:"tensor"},{start:2,name:"values",type:"tensor"}]}];var Dy={};Ae(Dy,{json:()=>xU});var xU=[{tfOpName:"SparseFillEmptyRows",category:"sparse",inputs:[{start:0,name:"indices",type:"tensor"},{start:1,name:"values",type:"tensor"},{start:2,name:"denseShape",type:"tensor"},{start:3,name:"defaultValue",type:"tensor"}]},{tfOpName:"SparseReshape",category:"sparse",inputs:[{start:0,name:"inputIndices",type:"tensor"},{start:1,name:"inputShape",type:"tensor"},{start:2,name:"newShape",type:"tensor"}],attrs:[{tfName:"T",name:"dtype",type:"dtype",notSupported:!0}]},{tfOpName:"SparseSegmentMean",category:"sparse",inputs:[{start:0,name:"data",type:"tensor"},{start:1,name:"indices",type:"tensor"},{start:2,name:"segmentIds",type:"tensor"}]},{tfOpName:"SparseSegmentSum",category:"sparse",inputs:[{start:0,name:"data",type:"tensor"},{start:1,name:"indices",type:"tensor"},{start:2,name:"segmentIds",type:"tensor"}]}];var Fy={};Ae(Fy,{json:()=>yU});var yU=[{tfOpName:"FFT",category:"spectral",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"IFFT",category:"spectral",inputs:[{start:0,name:"x",type:"tensor"}]},{tfOpName:"RFFT",category:"spectral",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"fft_length",type:"number",notSupported:!0}]},{tfOpName:"IRFFT",category:"spectral",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"fft_length",type:"number",notSupported:!0}]}];var Oy={};Ae(Oy,{json:()=>bU});var bU=[{tfOpName:"StaticRegexReplace",category:"string",inputs:[{start:0,name:"input",type:"tensor"}],attrs:[{tfName:"pattern",name:"pattern",type:"string"},{tfName:"rewrite",name:"rewrite",type:"string"},{tfName:"replace_global",name:"replaceGlobal",type:"bool"}]},{tfOpName:"StringNGrams",category:"string",inputs:[{start:0,name:"data",type:"tensor"},{start:1,name:"dataSplits",type:"tensor"}],attrs:[{tfName:"separator",name:"separator",type:"string"},{tfName:"ngram_widths",name:"nGramWidths",type:"number[]"},{tfName:"left_pad",name:"leftPad",type:"string"},{tfName:"right_pad",name:"rightPad",type:"string"},{tfName:"pad_width",name:"padWidth",type:"number"},{tfName:"preserve_short_sequences",name:"preserveShortSequences",type:"bool"}],outputs:["ngrams","ngrams_splits"]},{tfOpName:"StringSplit",category:"string",inputs:[{start:0,name:"input",type:"tensor"},{start:1,name:"delimiter",type:"tensor"}],attrs:[{tfName:"skip_empty",name:"skipEmpty",type:"bool"}],outputs:["indices","values","shape"]},{tfOpName:"StringToHashBucketFast",category:"string",inputs:[{start:0,name:"input",type:"tensor"}],attrs:[{tfName:"num_buckets",name:"numBuckets",type:"number"}]}];var Py={};Ae(Py,{json:()=>wU});var wU=[{tfOpName:"Cast",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"SrcT",name:"sdtype",type:"dtype",notSupported:!0},{tfName:"DstT",name:"dtype",type:"dtype"}]},{tfOpName:"ExpandDims",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"axis",type:"number"}]},{tfOpName:"MirrorPad",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"padding",type:"number[]"}],attrs:[{tfName:"mode",name:"mode",type:"string"}]},{tfOpName:"Pad",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"padding",type:"number[]"}],attrs:[{tfName:"constant_value",name:"constantValue",type:"number",defaultValue:0}]},{tfOpName:"PadV2",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"padding",type:"number[]"},{start:2,name:"constantValue",type:"number",defaultValue:0}]},{tfOpName:"Reshape",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"shape",type:"number[]"}]},{tfOpName:"EnsureShape",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"shape",type:"number[]"}]},{tfOpName:"Squeeze",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"axis",tfDeprecatedName:"squeeze_dims",name:"axis",type:"number[]"}]},{tfOpName:"SpaceToBatchND",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"blockShape",type:"number[]"},{start:2,name:"paddings",type:"number[]"}]},{tfOpName:"BatchToSpaceND",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"blockShape",type:"number[]"},{start:2,name:"crops",type:"number[]"}]},{tfOpName:"DepthToSpace",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"}],attrs:[{tfName:"block_size",name:"blockSize",type:"number"},{tfName:"data_format",name:"dataFormat",type:"string"}]},{tfOpName:"BroadcastTo",category:"transformation",inputs:[{start:0,name:"x",type:"tensor"},{start:1,name:"shape",type:"number[]"}],attrs:[]},{tfOpName:"BroadcastArgs",category:"transformation",inputs:[{start:0,name:"s0",type:"tensor"},{start:1,name:"s1",type:"tensor"}],attrs:[]}];var tp=class{static get Instance(){return this._instance||(this._instance=new this)}constructor(){let e=[yy,by,wy,vy,Sy,Iy,Cy,Ny,_y,Ty,ky,Ey,$y,Ay,Ry,Dy,Fy,Oy,Py],t=[].concat(...e.map(n=>n.json));this.opMappers=t.reduce((n,o)=>(n[o.tfOpName]=o,n),{})}transformGraph(e,t={}){let n=e.node,o=[],s=[],a=[],u=n.reduce((g,h)=>(g[h.name]=this.mapNode(h),h.op.startsWith("Placeholder")?o.push(g[h.name]):h.op==="Const"?s.push(g[h.name]):(h.input==null||h.input.length===0)&&a.push(g[h.name]),g),{}),p=[],i=[],l={},c={};t!=null&&(l=this.mapSignatureEntries(t.inputs),c=this.mapSignatureEntries(t.outputs));let m=Object.keys(u);m.forEach(g=>{let h=u[g];h.inputNames.forEach((x,v)=>{let[I,,T]=Rr(x),E=u[I];if(E.outputs!=null){let A=E.outputs.indexOf(T);if(A!==-1){let R=`${I}:${A}`;h.inputNames[v]=R}}h.inputs.push(E),E.children.push(h)})}),Object.keys(c).length===0?m.forEach(g=>{let h=u[g];h.children.length===0&&i.push(h)}):Object.keys(c).forEach(g=>{let[h]=Rr(g),x=u[h];x!=null&&(x.signatureKey=c[g],i.push(x))}),Object.keys(l).length>0?Object.keys(l).forEach(g=>{let[h]=Rr(g),x=u[h];x&&(x.signatureKey=l[g],p.push(x))}):p=o;let f={};e.library!=null&&e.library.function!=null&&(f=e.library.function.reduce((g,h)=>(g[h.signature.name]=this.mapFunction(h),g),{}));let d={nodes:u,inputs:p,outputs:i,weights:s,placeholders:o,signature:t,functions:f};return a.length>0&&(d.initNodes=a),d}mapSignatureEntries(e){return Object.keys(e||{}).reduce((t,n)=>(t[e[n].name]=n,t),{})}mapNode(e){let t=am(e.op)||this.opMappers[e.op]||{};e.attr==null&&(e.attr={});let n={name:e.name,op:e.op,category:t.category,inputNames:(e.input||[]).map(o=>o.startsWith("^")?o.slice(1):o),inputs:[],children:[],inputParams:{},attrParams:{},rawAttrs:e.attr,outputs:t.outputs};return t.inputs!=null&&(n.inputParams=t.inputs.reduce((o,s)=>(o[s.name]={type:s.type,inputIndexStart:s.start,inputIndexEnd:s.end},o),{})),t.attrs!=null&&(n.attrParams=t.attrs.reduce((o,s)=>{let a=s.type,u;switch(s.type){case"string":u=um(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=um(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"string[]":u=hm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=hm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"number":u=lm(e.attr,s.tfName,s.defaultValue||0),u===void 0&&s.tfDeprecatedName&&(u=lm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"number[]":u=dm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=dm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"bool":u=pm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=pm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"bool[]":u=xm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=xm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"shape":u=fm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=fm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"shape[]":u=gm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=gm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"dtype":u=cm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=cm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"dtype[]":u=mm(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=mm(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"func":u=y0(e.attr,s.tfName,s.defaultValue),u===void 0&&s.tfDeprecatedName&&(u=y0(e.attr,s.tfDeprecatedName,s.defaultValue));break;case"tensor":case"tensors":break;default:throw new Error(`Unsupported param type: ${s.type} for op: ${e.op}`)}return o[s.name]={value:u,type:a},o},{})),n}mapFunction(e){let t=e.nodeDef,n=[],o=[],s={};t!=null&&(s=t.reduce((c,m)=>(c[m.name]=this.mapNode(m),m.op==="Const"&&o.push(c[m.name]),c),{}));let a=[],u=[];e.signature.inputArg.forEach(c=>{let[m]=Rr(c.name),f={name:m,op:"Placeholder",inputs:[],inputNames:[],category:"graph",inputParams:{},attrParams:{dtype:{value:My(c.type),type:"dtype"}},children:[]};f.signatureKey=c.name,a.push(f),s[m]=f}),Object.keys(s).forEach(c=>{let m=s[c];m.inputNames.forEach((f,d)=>{let[g,,h]=Rr(f),x=s[g];if(x.outputs!=null){let v=x.outputs.indexOf(h);if(v!==-1){let I=`${g}:${v}`;m.inputNames[d]=I}}m.inputs.push(x),x.children.push(m)})});let i=e.ret;e.signature.outputArg.forEach(c=>{let[m,f]=Rr(i[c.name]),d=s[m];d!=null&&(d.defaultOutput=f,u.push(d))});let l=this.mapArgsToSignature(e);return{nodes:s,inputs:a,outputs:u,weights:o,placeholders:n,signature:l}}mapArgsToSignature(e){return{methodName:e.signature.name,inputs:e.signature.inputArg.reduce((t,n)=>(t[n.name]=this.mapArgToTensorInfo(n),t),{}),outputs:e.signature.outputArg.reduce((t,n)=>(t[n.name]=this.mapArgToTensorInfo(n,e.ret),t),{})}}mapArgToTensorInfo(e,t){let n=e.name;return t!=null&&(n=t[n]),{name:n,dtype:e.type}}};function vU(r){let e=$().global;if(typeof e.atob<"u")return e.atob(r);if(typeof Buffer<"u")return new Buffer(r,"base64").toString();throw new Error("Unable to decode base64 in this environment. Missing built-in atob() or Buffer()")}function b0(r,e){let t=Array.isArray(r)?String.fromCharCode.apply(null,r):vU(r);return e?t:t.toLowerCase()}function um(r,e,t,n=!1){let o=r[e];return o!=null?b0(o.s,n):t}function pm(r,e,t){let n=r[e];return n?n.b:t}function lm(r,e,t){let n=r[e]||{},o=n.i!=null?n.i:n.f!=null?n.f:t;return typeof o=="number"?o:parseInt(o,10)}function My(r){switch(typeof r=="string"&&(r=Gt[r]),r){case Gt.DT_FLOAT:case Gt.DT_HALF:return"float32";case Gt.DT_INT32:case Gt.DT_INT64:case Gt.DT_INT8:case Gt.DT_UINT8:return"int32";case Gt.DT_BOOL:return"bool";case Gt.DT_DOUBLE:return"float32";case Gt.DT_STRING:return"string";case Gt.DT_COMPLEX64:case Gt.DT_COMPLEX128:return"complex64";default:return null}}function y0(r,e,t){let n=r[e];return n&&n.func?n.func.name:t}function cm(r,e,t){let n=r[e];return n&&n.type?My(n.type):t}function mm(r,e,t){let n=r[e];return n&&n.list&&n.list.type?n.list.type.map(o=>My(o)):t}function w0(r){if(!r.unknownRank)return r.dim!=null?r.dim.map(e=>typeof e.size=="number"?e.size:parseInt(e.size,10)):[]}function fm(r,e,t){let n=r[e];return n&&n.shape?w0(n.shape):t}function dm(r,e,t){let n=r[e];return n?((n.list.f&&n.list.f.length?n.list.f:n.list.i)||[]).map(o=>typeof o=="number"?o:parseInt(o,10)):t}function hm(r,e,t,n=!1){let o=r[e];return o&&o.list&&o.list.s?o.list.s.map(s=>b0(s,n)):t}function gm(r,e,t){let n=r[e];return n&&n.list&&n.list.shape?n.list.shape.map(o=>w0(o)):t}function xm(r,e,t){let n=r[e];return n&&n.list&&n.list.b?n.list.b:t}var ym=class{constructor(e,t,n){this.node=e,this.tensorMap=t,this.context=n,this.inputs=[],this.attrs={},this.inputs=e.inputNames.map(o=>this.getInput(o)),e.rawAttrs!=null&&(this.attrs=Object.keys(e.rawAttrs).reduce((o,s)=>(o[s]=this.getAttr(s),o),{}))}getInput(e){return et(e,this.tensorMap,this.context)}getAttr(e,t){let n=this.node.rawAttrs[e];if(n.tensor!=null)return et(e,this.tensorMap,this.context);if(n.i!=null||n.f!=null)return lm(this.node.rawAttrs,e,t);if(n.s!=null)return um(this.node.rawAttrs,e,t);if(n.b!=null)return pm(this.node.rawAttrs,e,t);if(n.shape!=null)return fm(this.node.rawAttrs,e,t);if(n.type!=null)return cm(this.node.rawAttrs,e,t);if(n.list!=null){if(n.list.i!=null||n.list.f!=null)return dm(this.node.rawAttrs,e,t);if(n.list.s!=null)return hm(this.node.rawAttrs,e,t);if(n.list.shape!=null)return gm(this.node.rawAttrs,e,t);if(n.list.b!=null)return xm(this.node.rawAttrs,e,t);if(n.list.type!=null)return mm(this.node.rawAttrs,e,t)}return t}};var ve={};Ae(ve,{OP_SCOPE_SUFFIX:()=>Ox,abs:()=>ft,acos:()=>Ev,acosh:()=>$v,add:()=>Y,addN:()=>Av,all:()=>Rv,any:()=>Dv,argMax:()=>Fv,argMin:()=>Ov,asin:()=>Pv,asinh:()=>Mv,atan:()=>Lv,atan2:()=>Bv,atanh:()=>Vv,avgPool:()=>ec,avgPool3d:()=>Gv,basicLSTMCell:()=>zv,batchNorm:()=>oo,batchNorm2d:()=>qv,batchNorm3d:()=>Kv,batchNorm4d:()=>jv,batchToSpaceND:()=>tc,bincount:()=>rc,bitwiseAnd:()=>Xv,booleanMaskAsync:()=>lB,broadcastArgs:()=>Yv,broadcastTo:()=>so,buffer:()=>he,cast:()=>Ie,ceil:()=>Qv,clipByValue:()=>Zv,clone:()=>er,complex:()=>Lt,concat:()=>Fe,concat1d:()=>Jv,concat2d:()=>eS,concat3d:()=>tS,concat4d:()=>rS,conv1d:()=>nS,conv2d:()=>ao,conv2dTranspose:()=>oS,conv3d:()=>sS,conv3dTranspose:()=>iS,cos:()=>uS,cosh:()=>pS,cosineWindow:()=>Yu,cumprod:()=>lS,cumsum:()=>cS,denseBincount:()=>mS,depthToSpace:()=>fS,depthwiseConv2d:()=>Ei,diag:()=>dS,dilation2d:()=>hS,div:()=>ye,divNoNan:()=>xS,dot:()=>yS,dropout:()=>SB,einsum:()=>io,elu:()=>uc,enclosingPowerOfTwo:()=>ny,ensureShape:()=>bS,equal:()=>ac,erf:()=>wS,euclideanNorm:()=>IS,exp:()=>vr,expandDims:()=>Ar,expm1:()=>CS,eye:()=>cc,fft:()=>Oi,fill:()=>zr,floor:()=>mc,floorDiv:()=>Jl,fused:()=>oy,gather:()=>fc,gatherND:()=>wB,greater:()=>Ds,greaterEqual:()=>dc,ifft:()=>Bs,imag:()=>po,image:()=>_3,inTopKAsync:()=>CB,irfft:()=>Pc,isFinite:()=>NS,isInf:()=>_S,isNaN:()=>TS,leakyRelu:()=>hc,less:()=>qu,lessEqual:()=>Ai,linalg:()=>T3,linspace:()=>kS,localResponseNormalization:()=>ES,log:()=>gn,log1p:()=>gc,logSigmoid:()=>AS,logSoftmax:()=>RS,logSumExp:()=>yc,logicalAnd:()=>Fs,logicalNot:()=>bc,logicalOr:()=>wc,logicalXor:()=>DS,losses:()=>k3,lowerBound:()=>FS,matMul:()=>Ce,max:()=>Hr,maxPool:()=>Sc,maxPool3d:()=>OS,maxPoolWithArgmax:()=>PS,maximum:()=>Ic,mean:()=>Os,meshgrid:()=>MS,min:()=>zu,minimum:()=>Ps,mirrorPad:()=>LS,mod:()=>BS,moments:()=>VS,movingAverage:()=>fB,mul:()=>V,multiRNNCell:()=>US,multinomial:()=>WS,neg:()=>bt,norm:()=>Rs,notEqual:()=>Nc,oneHot:()=>GS,ones:()=>qr,onesLike:()=>zS,op:()=>S,outerProduct:()=>HS,pad:()=>Kr,pad1d:()=>qS,pad2d:()=>KS,pad3d:()=>jS,pad4d:()=>XS,pool:()=>YS,pow:()=>hn,prelu:()=>Tc,print:()=>Zl,prod:()=>QS,raggedGather:()=>ZS,raggedRange:()=>JS,raggedTensorToTensor:()=>eI,rand:()=>tI,randomGamma:()=>bI,randomNormal:()=>Rc,randomStandardNormal:()=>wI,randomUniform:()=>Fi,randomUniformInt:()=>vI,range:()=>lo,real:()=>xn,reciprocal:()=>SI,relu:()=>co,relu6:()=>Dc,reshape:()=>F,reverse:()=>mr,reverse1d:()=>II,reverse2d:()=>CI,reverse3d:()=>NI,reverse4d:()=>_I,rfft:()=>Pi,round:()=>Fc,rsqrt:()=>TI,scalar:()=>ee,scatterND:()=>hB,searchSorted:()=>Xu,selu:()=>kI,separableConv2d:()=>EI,setdiff1dAsync:()=>$I,sigmoid:()=>Gr,sign:()=>AI,signal:()=>N3,sin:()=>RI,sinh:()=>DI,slice:()=>be,slice1d:()=>FI,slice2d:()=>OI,slice3d:()=>PI,slice4d:()=>MI,softmax:()=>LI,softplus:()=>xc,spaceToBatchND:()=>_c,sparse:()=>E3,sparseToDense:()=>yB,spectral:()=>C3,split:()=>yn,sqrt:()=>Vt,square:()=>dt,squaredDifference:()=>Mc,squeeze:()=>Mi,stack:()=>Dt,step:()=>Lc,stridedSlice:()=>VI,string:()=>$3,sub:()=>re,sum:()=>Ne,tan:()=>UI,tanh:()=>Uu,tensor:()=>mt,tensor1d:()=>ht,tensor2d:()=>mo,tensor3d:()=>WI,tensor4d:()=>GI,tensor5d:()=>zI,tensor6d:()=>HI,tensorScatterUpdate:()=>KI,tile:()=>uo,topk:()=>jI,transpose:()=>Wc,truncatedNormal:()=>XI,unique:()=>YI,unsortedSegmentSum:()=>QI,unstack:()=>fr,upperBound:()=>ZI,variable:()=>JI,where:()=>cr,whereAsync:()=>Uc,zeros:()=>Sr,zerosLike:()=>at});var v0=(r,e,t,n=ve)=>{switch(r.op){case"BiasAdd":case"AddV2":case"Add":return[n.add(y("a",r,e,t),y("b",r,e,t))];case"AddN":return[n.addN(y("tensors",r,e,t))];case"FloorMod":case"Mod":return[n.mod(y("a",r,e,t),y("b",r,e,t))];case"Mul":return[n.mul(y("a",r,e,t),y("b",r,e,t))];case"RealDiv":case"Div":return[n.div(y("a",r,e,t),y("b",r,e,t))];case"DivNoNan":return[n.divNoNan(y("a",r,e,t),y("b",r,e,t))];case"FloorDiv":return[n.floorDiv(y("a",r,e,t),y("b",r,e,t))];case"Sub":return[n.sub(y("a",r,e,t),y("b",r,e,t))];case"Minimum":return[n.minimum(y("a",r,e,t),y("b",r,e,t))];case"Maximum":return[n.maximum(y("a",r,e,t),y("b",r,e,t))];case"Pow":return[n.pow(y("a",r,e,t),y("b",r,e,t))];case"SquaredDifference":return[n.squaredDifference(y("a",r,e,t),y("b",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var S0=(r,e,t,n=ve)=>{switch(r.op){case"Abs":case"ComplexAbs":return[n.abs(y("x",r,e,t))];case"Acos":return[n.acos(y("x",r,e,t))];case"Acosh":return[n.acosh(y("x",r,e,t))];case"Asin":return[n.asin(y("x",r,e,t))];case"Asinh":return[n.asinh(y("x",r,e,t))];case"Atan":return[n.atan(y("x",r,e,t))];case"Atan2":return[n.atan2(y("x",r,e,t),y("y",r,e,t))];case"Atanh":return[n.atanh(y("x",r,e,t))];case"Ceil":return[n.ceil(y("x",r,e,t))];case"Complex":return[n.complex(y("real",r,e,t),y("imag",r,e,t))];case"Cos":return[n.cos(y("x",r,e,t))];case"Cosh":return[n.cosh(y("x",r,e,t))];case"Elu":return[n.elu(y("x",r,e,t))];case"Erf":return[n.erf(y("x",r,e,t))];case"Exp":return[n.exp(y("x",r,e,t))];case"Expm1":return[n.expm1(y("x",r,e,t))];case"Floor":return[n.floor(y("x",r,e,t))];case"Log":return[n.log(y("x",r,e,t))];case"Log1p":return[n.log1p(y("x",r,e,t))];case"Imag":return[n.imag(y("x",r,e,t))];case"Neg":return[n.neg(y("x",r,e,t))];case"Reciprocal":return[n.reciprocal(y("x",r,e,t))];case"Real":return[n.real(y("x",r,e,t))];case"Relu":return[n.relu(y("x",r,e,t))];case"Round":return[n.round(y("x",r,e,t))];case"Selu":return[n.selu(y("x",r,e,t))];case"Sigmoid":return[n.sigmoid(y("x",r,e,t))];case"Sin":return[n.sin(y("x",r,e,t))];case"Sign":return[n.sign(y("x",r,e,t))];case"Sinh":return[n.sinh(y("x",r,e,t))];case"Softplus":return[n.softplus(y("x",r,e,t))];case"Sqrt":return[n.sqrt(y("x",r,e,t))];case"Square":return[n.square(y("x",r,e,t))];case"Tanh":return[n.tanh(y("x",r,e,t))];case"Tan":return[n.tan(y("x",r,e,t))];case"ClipByValue":return[n.clipByValue(y("x",r,e,t),y("clipValueMin",r,e,t),y("clipValueMax",r,e,t))];case"Relu6":return[n.relu6(y("x",r,e,t))];case"Rsqrt":return[n.rsqrt(et(r.inputNames[0],e,t))];case"LeakyRelu":return[n.leakyRelu(y("x",r,e,t),y("alpha",r,e,t))];case"Prelu":return[n.prelu(y("x",r,e,t),y("alpha",r,e,t))];case"IsNan":return[n.isNaN(et(r.inputNames[0],e,t))];case"IsInf":return[n.isInf(et(r.inputNames[0],e,t))];case"IsFinite":return[n.isFinite(et(r.inputNames[0],e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};function tr(r,e,t=""){if(!(typeof r=="number"||typeof e=="number")){b.assert(r.length===e.length,()=>t+` Shapes ${r} and ${e} must match`);for(let n=0;n<r.length;n++){let o=r[n],s=e[n];b.assert(o<0||s<0||o===s,()=>t+` Shapes ${r} and ${e} must match`)}}}function I0(r){return!(typeof r=="number"||r.some(e=>e<0))}function Ui(r,e,t){let n=bm(r,t),o=!I0(n);if(o&&e.length===0)throw new Error(`Tried to calculate elements of an empty list with non-fully-defined elementShape: ${n}`);if(o&&e.forEach(s=>{n=bm(s.shape,n)}),!I0(n))throw new Error(`Non-fully-defined elementShape: ${n}`);return n}function bm(r,e){if(typeof r=="number")return e;if(typeof e=="number")return r;if(r.length!==e.length)throw new Error(`Incompatible ranks during merge: ${r} vs. ${e}`);let t=[];for(let n=0;n<r.length;++n){let o=r[n],s=e[n];if(o>=0&&s>=0&&o!==s)throw new Error(`Incompatible shape during merge: ${r} vs. ${e}`);t[n]=o>=0?o:s}return t}var wm=class{constructor(e,t,n,o,s,a,u){this.name=e,this.dtype=t,this.maxSize=n,this.elementShape=o,this.identicalElementShapes=s,this.dynamicSize=a,this.clearAfterRead=u,this.tensors=[],this.closed_=!1,this.idTensor=ee(0),Bt(this.idTensor)}get id(){return this.idTensor.id}get closed(){return this.closed_}clearAndClose(e){this.tensors.forEach(t=>{(e==null||!e.has(t.tensor.id))&&t.tensor.dispose()}),this.tensors=[],this.closed_=!0,this.idTensor.dispose()}size(){return this.tensors.length}read(e){if(this.closed_)throw new Error(`TensorArray ${this.name} has already been closed.`);if(e<0||e>=this.size())throw new Error(`Tried to read from index ${e}, but array size is: ${this.size()}`);let t=this.tensors[e];if(t.cleared)throw new Error(`TensorArray ${this.name}: Could not read index ${e} twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?).`);return this.clearAfterRead&&(t.cleared=!0),t.read=!0,t.tensor}readMany(e){return e.map(t=>this.read(t))}write(e,t){if(this.closed_)throw new Error(`TensorArray ${this.name} has already been closed.`);if(e<0||!this.dynamicSize&&e>=this.maxSize)throw new Error(`Tried to write to index ${e}, but array is not resizeable and size is: ${this.maxSize}`);let n=this.tensors[e]||{};if(t.dtype!==this.dtype)throw new Error(`TensorArray ${this.name}: Could not write to TensorArray index ${e},
          because the value dtype is ${t.dtype}, but TensorArray dtype is ${this.dtype}.`);if(this.size()===0&&(this.elementShape==null||this.elementShape.length===0)&&(this.elementShape=t.shape),tr(this.elementShape,t.shape,`TensorArray ${this.name}: Could not write to TensorArray index ${e}.`),n.read)throw new Error(`TensorArray ${this.name}: Could not write to TensorArray index ${e}, because it has already been read.`);if(n.written)throw new Error(`TensorArray ${this.name}: Could not write to TensorArray index ${e}, because it has already been written.`);n.tensor=t,Bt(t),n.written=!0,this.tensors[e]=n}writeMany(e,t){if(e.length!==t.length)throw new Error(`TensorArray ${this.name}: could not write multiple tensors,because the index size: ${e.length} is not the same as tensors size: ${t.length}.`);e.forEach((n,o)=>this.write(n,t[o]))}gather(e,t){if(t&&t!==this.dtype)throw new Error(`TensorArray dtype is ${this.dtype} but gather requested dtype ${t}`);if(e)e=e.slice(0,this.size());else{e=[];for(let o=0;o<this.size();o++)e.push(o)}if(e.length===0)return mt([],[0].concat(this.elementShape));let n=this.readMany(e);return tr(this.elementShape,n[0].shape,"TensorArray shape mismatch: "),Dt(n,0)}concat(e){if(e&&e!==this.dtype)throw new Error(`TensorArray dtype is ${this.dtype} but concat requested dtype ${e}`);if(this.size()===0)return mt([],[0].concat(this.elementShape));let t=[];for(let o=0;o<this.size();o++)t.push(o);let n=this.readMany(t);return tr(this.elementShape,n[0].shape,`TensorArray shape mismatch: tensor array shape (${this.elementShape}) vs first tensor shape (${n[0].shape})`),Fe(n,0)}scatter(e,t){if(t.dtype!==this.dtype)throw new Error(`TensorArray dtype is ${this.dtype} but tensor has dtype ${t.dtype}`);if(e.length!==t.shape[0])throw new Error(`Expected len(indices) == tensor.shape[0], but saw: ${e.length} vs. ${t.shape[0]}`);let n=Math.max(...e);if(!this.dynamicSize&&n>=this.maxSize)throw new Error(`Max index must be < array size (${n}  vs. ${this.maxSize})`);this.writeMany(e,fr(t,0))}split(e,t){if(t.dtype!==this.dtype)throw new Error(`TensorArray dtype is ${this.dtype} but tensor has dtype ${t.dtype}`);let n=0,o=e.map(p=>(n+=p,n));if(n!==t.shape[0])throw new Error(`Expected sum of lengths to be equal to
          tensor.shape[0], but sum of lengths is
        ${n}, and tensor's shape is: ${t.shape}`);if(!this.dynamicSize&&e.length!==this.maxSize)throw new Error(`TensorArray's size is not equal to the size of lengths (${this.maxSize} vs. ${e.length}), and the TensorArray is not marked as dynamically resizeable`);let s=n===0?0:t.size/n,a=[];ie(()=>{t=F(t,[1,n,s]);for(let p=0;p<e.length;++p){let l=[0,p===0?0:o[p-1],0],c=[1,e[p],s];a[p]=F(be(t,l,c),this.elementShape)}return a});let u=[];for(let p=0;p<e.length;p++)u[p]=p;this.writeMany(u,a)}};var Wi=class r{get id(){return this.idTensor.id}constructor(e,t,n,o=-1){this.tensors=e,this.elementShape=t,this.elementDtype=n,e?.forEach(s=>{if(n!==s.dtype)throw new Error(`Invalid data types; op elements ${n}, but list elements ${s.dtype}`);tr(t,s.shape,"TensorList shape mismatch: "),Bt(s)}),this.idTensor=ee(0),this.maxNumElements=o,Bt(this.idTensor)}copy(){return new r([...this.tensors],this.elementShape,this.elementDtype)}clearAndClose(e){this.tensors.forEach(t=>{(e==null||!e.has(t.id))&&t.dispose()}),this.tensors.length=0,this.idTensor.dispose()}size(){return this.tensors.length}stack(e,t,n=-1){if(t!==this.elementDtype)throw new Error(`Invalid data types; op elements ${t}, but list elements ${this.elementDtype}`);if(n!==-1&&this.tensors.length!==n)throw new Error(`Operation expected a list with ${n} elements but got a list with ${this.tensors.length} elements.`);tr(e,this.elementShape,"TensorList shape mismatch: ");let o=Ui(this.elementShape,this.tensors,e);return ie(()=>{let s=this.tensors.map(a=>F(a,o));return Dt(s,0)})}popBack(e,t){if(t!==this.elementDtype)throw new Error(`Invalid data types; op elements ${t}, but list elements ${this.elementDtype}`);if(this.size()===0)throw new Error("Trying to pop from an empty list.");let n=Ui(this.elementShape,this.tensors,e),o=this.tensors.pop();return o.kept=!1,tr(o.shape,e,"TensorList shape mismatch: "),F(o,n)}pushBack(e){if(e.dtype!==this.elementDtype)throw new Error(`Invalid data types; op elements ${e.dtype}, but list elements ${this.elementDtype}`);if(tr(e.shape,this.elementShape,"TensorList shape mismatch: "),this.maxNumElements===this.size())throw new Error("Trying to push element into a full list.");Bt(e),this.tensors.push(e)}resize(e){if(e<0)throw new Error(`TensorListResize expects size to be non-negative. Got: ${e}`);if(this.maxNumElements!==-1&&e>this.maxNumElements)throw new Error(`TensorListResize input size ${e} is greater maxNumElement ${this.maxNumElements}.`);let t=new r([],this.elementShape,this.elementDtype,this.maxNumElements);t.tensors.length=e;for(let n=0;n<Math.min(this.tensors.length,e);++n)t.tensors[n]=this.tensors[n];return t}getItem(e,t,n){if(n!==this.elementDtype)throw new Error(`Invalid data types; op elements ${n}, but list elements ${this.elementDtype}`);if(e<0||e>this.tensors.length)throw new Error(`Trying to access element ${e} in a list with ${this.tensors.length} elements.`);if(this.tensors[e]==null)throw new Error(`element at index ${e} is null.`);tr(this.tensors[e].shape,t,"TensorList shape mismatch: ");let o=Ui(this.elementShape,this.tensors,t);return F(this.tensors[e],o)}setItem(e,t){if(t.dtype!==this.elementDtype)throw new Error(`Invalid data types; op elements ${t.dtype}, but list elements ${this.elementDtype}`);if(e<0||this.maxNumElements!==-1&&e>=this.maxNumElements)throw new Error(`Trying to set element ${e} in a list with max ${this.maxNumElements} elements.`);tr(this.elementShape,t.shape,"TensorList shape mismatch: "),Bt(t),this.tensors[e]!=null&&(this.tensors[e].kept=!1),this.tensors[e]=t}gather(e,t,n){if(t!==this.elementDtype)throw new Error(`Invalid data types; op elements ${t}, but list elements ${this.elementDtype}`);tr(this.elementShape,n,"TensorList shape mismatch: "),e=e.slice(0,this.size());let o=Ui(this.elementShape,this.tensors,n);return e.length===0?mt([],[0].concat(o)):ie(()=>{let s=e.map(a=>F(this.tensors[a],o));return Dt(s,0)})}concat(e,t){if(e&&e!==this.elementDtype)throw new Error(`TensorList dtype is ${this.elementDtype} but concat requested dtype ${e}`);tr(this.elementShape,t,"TensorList shape mismatch: ");let n=Ui(this.elementShape,this.tensors,t);return this.size()===0?mt([],[0].concat(n)):ie(()=>{let o=this.tensors.map(s=>F(s,n));return Fe(o,0)})}};function C0(r,e,t){let n=r.dtype;if(r.shape.length<1)throw new Error(`Tensor must be at least a vector, but saw shape: ${r.shape}`);if(r.dtype!==t)throw new Error(`Invalid data types; op elements ${r.dtype}, but list elements ${t}`);let o=r.shape.slice(1);tr(o,e,"TensorList shape mismatch: ");let s=fr(r);return new Wi(s,e,n)}function N0(r,e,t,n){return new Wi([],r,e,n)}function _0(r,e,t,n){if(e.length!==r.shape[0])throw new Error(`Expected len(indices) == tensor.shape[0], but saw: ${e.length} vs. ${r.shape[0]}`);let o=Math.max(...e);if(n!=null&&n!==-1&&o>=n)throw new Error(`Max index must be < array size (${o}  vs. ${n})`);let s=new Wi([],t,r.dtype,n),a=fr(r,0);return e.forEach((u,p)=>{s.setItem(u,a[p])}),s}function T0(r,e,t){let n=0,o=e.map(l=>(n+=l,n));if(n!==r.shape[0])throw new Error(`Expected sum of lengths to be equal to
          tensor.shape[0], but sum of lengths is
        ${n}, and tensor's shape is: ${r.shape}`);let s=r.shape.slice(1),a=bm(s,t),u=n===0?0:r.size/n,p=ie(()=>{let l=[];r=F(r,[1,n,u]);for(let c=0;c<e.length;++c){let f=[0,c===0?0:o[c-1],0],d=[1,e[c],u];l[c]=F(be(r,f,d),a)}return r.dispose(),l}),i=new Wi([],t,r.dtype,e.length);for(let l=0;l<p.length;l++)i.setItem(l,p[l]);return i}var k0=async(r,e,t)=>{switch(r.op){case"If":case"StatelessIf":{let n=y("thenBranch",r,e,t),o=y("elseBranch",r,e,t),s=y("cond",r,e,t),a=y("args",r,e,t);return(await s.data())[0]?t.functionMap[n].executeFunctionAsync(a,t.tensorArrayMap,t.tensorListMap):t.functionMap[o].executeFunctionAsync(a,t.tensorArrayMap,t.tensorListMap)}case"While":case"StatelessWhile":{let n=y("body",r,e,t),o=y("cond",r,e,t),s=y("args",r,e,t),a=await t.functionMap[o].executeFunctionAsync(s,t.tensorArrayMap,t.tensorListMap),u=s.map(l=>l.id),p=await a[0].data();a.forEach(l=>{!l.kept&&u.indexOf(l.id)===-1&&l.dispose()});let i=s;for(;p[0];){let l=i;i=await t.functionMap[n].executeFunctionAsync(i,t.tensorArrayMap,t.tensorListMap);let c=i.map(f=>f.id);l.forEach(f=>{!f.kept&&u.indexOf(f.id)===-1&&c.indexOf(f.id)===-1&&f.dispose()});let m=await t.functionMap[o].executeFunctionAsync(i,t.tensorArrayMap,t.tensorListMap);p=await m[0].data(),m.forEach(f=>{!f.kept&&u.indexOf(f.id)===-1&&c.indexOf(f.id)===-1&&f.dispose()})}return i}case"LoopCond":{let n=y("pred",r,e,t);return[Dr(n)]}case"Switch":{let n=y("pred",r,e,t),o=y("data",r,e,t);return o.kept||(o=Dr(o)),(await n.data())[0]?[void 0,o]:[o,void 0]}case"Merge":{let n=r.inputNames.find(o=>et(o,e,t)!==void 0);if(n){let o=et(n,e,t);return[Dr(o)]}return}case"Enter":{let n=y("frameName",r,e,t),o=y("tensor",r,e,t);return t.enterFrame(n),[Dr(o)]}case"Exit":{let n=y("tensor",r,e,t);return t.exitFrame(),[Dr(n)]}case"NextIteration":{let n=y("tensor",r,e,t);return t.nextIteration(),[Dr(n)]}case"TensorArrayV3":{let n=y("size",r,e,t),o=y("dtype",r,e,t),s=y("elementShape",r,e,t),a=y("dynamicSize",r,e,t),u=y("clearAfterRead",r,e,t),p=y("identicalElementShapes",r,e,t),i=y("name",r,e,t),l=new wm(i,o,n,s,p,a,u);return t.addTensorArray(l),[l.idTensor,ee(1)]}case"TensorArrayWriteV3":{let n=y("tensorArrayId",r,e,t),o=y("index",r,e,t),s=y("tensor",r,e,t),a=t.getTensorArray(n.id);return a.write(o,s),[a.idTensor]}case"TensorArrayReadV3":{let n=y("tensorArrayId",r,e,t),o=y("index",r,e,t);return[t.getTensorArray(n.id).read(o)]}case"TensorArrayGatherV3":{let n=y("tensorArrayId",r,e,t),o=y("indices",r,e,t),s=y("dtype",r,e,t);return[t.getTensorArray(n.id).gather(o,s)]}case"TensorArrayScatterV3":{let n=y("tensorArrayId",r,e,t),o=y("indices",r,e,t),s=y("tensor",r,e,t),a=t.getTensorArray(n.id);return a.scatter(o,s),[a.idTensor]}case"TensorArrayConcatV3":{let n=y("tensorArrayId",r,e,t),o=t.getTensorArray(n.id),s=y("dtype",r,e,t);return[o.concat(s)]}case"TensorArraySplitV3":{let n=y("tensorArrayId",r,e,t),o=y("tensor",r,e,t),s=y("lengths",r,e,t),a=t.getTensorArray(n.id);return a.split(s,o),[a.idTensor]}case"TensorArraySizeV3":{let n=y("tensorArrayId",r,e,t),o=t.getTensorArray(n.id);return[ee(o.size(),"int32")]}case"TensorArrayCloseV3":{let n=y("tensorArrayId",r,e,t),o=t.getTensorArray(n.id);return o.clearAndClose(),[o.idTensor]}case"TensorListSetItem":{let n=y("tensorListId",r,e,t),o=y("index",r,e,t),s=y("tensor",r,e,t),a=t.getTensorList(n.id);return a.setItem(o,s),[a.idTensor]}case"TensorListGetItem":{let n=y("tensorListId",r,e,t),o=y("index",r,e,t),s=y("elementShape",r,e,t),a=y("elementDType",r,e,t);return[t.getTensorList(n.id).getItem(o,s,a)]}case"TensorListScatterV2":case"TensorListScatter":{let n=y("indices",r,e,t),o=y("tensor",r,e,t),s=y("elementShape",r,e,t),a=y("numElements",r,e,t),u=_0(o,n,s,a);return t.addTensorList(u),[u.idTensor]}case"TensorListReserve":case"EmptyTensorList":{let n=y("elementShape",r,e,t),o=y("elementDType",r,e,t),s;r.op==="TensorListReserve"?s="numElements":s="maxNumElements";let a=y(s,r,e,t),u=r.op==="TensorListReserve"?-1:a,p=N0(n,o,a,u);return t.addTensorList(p),[p.idTensor]}case"TensorListGather":{let n=y("tensorListId",r,e,t),o=y("indices",r,e,t),s=y("elementShape",r,e,t),a=y("elementDType",r,e,t);return[t.getTensorList(n.id).gather(o,a,s)]}case"TensorListStack":{let n=y("tensorListId",r,e,t),o=y("elementShape",r,e,t),s=y("elementDType",r,e,t),a=y("numElements",r,e,t);return[t.getTensorList(n.id).stack(o,s,a)]}case"TensorListFromTensor":{let n=y("tensor",r,e,t),o=y("elementShape",r,e,t),s=y("elementDType",r,e,t),a=C0(n,o,s);return t.addTensorList(a),[a.idTensor]}case"TensorListConcat":case"TensorListConcatV2":{let n=y("tensorListId",r,e,t),o=t.getTensorList(n.id),s=y("dtype",r,e,t),a=y("elementShape",r,e,t);return[o.concat(s,a)]}case"TensorListPushBack":{let n=y("tensorListId",r,e,t),o=y("tensor",r,e,t),s=t.getTensorList(n.id);return s.pushBack(o),[s.idTensor]}case"TensorListPopBack":{let n=y("tensorListId",r,e,t),o=y("elementShape",r,e,t),s=y("elementDType",r,e,t);return[t.getTensorList(n.id).popBack(o,s)]}case"TensorListSplit":{let n=y("tensor",r,e,t),o=y("elementShape",r,e,t),s=y("lengths",r,e,t),a=T0(n,s,o);return t.addTensorList(a),[a.idTensor]}case"TensorListLength":{let n=y("tensorListId",r,e,t),o=t.getTensorList(n.id);return[ee(o.size(),"int32")]}case"TensorListResize":{let n=y("tensorListId",r,e,t),o=y("size",r,e,t),a=t.getTensorList(n.id).resize(o);return t.addTensorList(a),[a.idTensor]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};function E0(r,e,t){let[n,o]=y("fusedOps",r,e,t),s=n==="biasadd",a=!s,u=o==="prelu",p=n==="fusedbatchnorm",i=y("numArgs",r,e,t);if(s){if(u&&i!==2)throw new Error("FusedConv2d and DepthwiseConv2d with BiasAdd and Prelu must have two extra arguments: bias and alpha.");if(!u&&s&&i!==1)throw new Error("FusedConv2d and DepthwiseConv2d with BiasAdd must have one extra argument: bias.")}if(p)throw new Error("FusedConv2d and DepthwiseConv2d with FusedBatchNorm is not supported");let l=y("strides",r,e,t),c=ep(r,e,t),m=y("dataFormat",r,e,t).toUpperCase(),f=y("dilations",r,e,t),[d,g]=y("args",r,e,t);a&&(g=d,d=void 0);let h=y("leakyreluAlpha",r,e,t);return{stride:l,pad:c,dataFormat:m,dilations:f,biasArg:d,preluArg:g,activationFunc:o,leakyreluAlpha:h}}var $0=(r,e,t,n=ve)=>{switch(r.op){case"Conv1D":{let o=y("stride",r,e,t),s=y("pad",r,e,t),a=y("dataFormat",r,e,t).toUpperCase(),u=y("dilation",r,e,t);return[n.conv1d(y("x",r,e,t),y("filter",r,e,t),o,s,a,u)]}case"Conv2D":{let o=y("strides",r,e,t),s=ep(r,e,t),a=y("dataFormat",r,e,t).toUpperCase(),u=y("dilations",r,e,t);return[n.conv2d(y("x",r,e,t),y("filter",r,e,t),[o[1],o[2]],s,a,[u[1],u[2]])]}case"_FusedConv2D":{let{stride:o,pad:s,dataFormat:a,dilations:u,biasArg:p,preluArg:i,activationFunc:l,leakyreluAlpha:c}=E0(r,e,t);return[n.fused.conv2d({x:y("x",r,e,t),filter:y("filter",r,e,t),strides:[o[1],o[2]],pad:s,dataFormat:a,dilations:[u[1],u[2]],bias:p,activation:l,preluActivationWeights:i,leakyreluAlpha:c})]}case"FusedDepthwiseConv2dNative":{let{stride:o,pad:s,dataFormat:a,dilations:u,biasArg:p,preluArg:i,activationFunc:l,leakyreluAlpha:c}=E0(r,e,t);return[n.fused.depthwiseConv2d({x:y("x",r,e,t),filter:y("filter",r,e,t),strides:[o[1],o[2]],pad:s,dataFormat:a,dilations:[u[1],u[2]],bias:p,activation:l,preluActivationWeights:i,leakyreluAlpha:c})]}case"Conv2DBackpropInput":case"Conv2dTranspose":{let o=y("outputShape",r,e,t),s=y("strides",r,e,t),a=ep(r,e,t);return[n.conv2dTranspose(y("x",r,e,t),y("filter",r,e,t),o,[s[1],s[2]],a)]}case"DepthwiseConv2dNative":case"DepthwiseConv2d":{let o=y("strides",r,e,t),s=ep(r,e,t),a=y("dilations",r,e,t),u=y("dataFormat",r,e,t).toUpperCase();return[n.depthwiseConv2d(y("input",r,e,t),y("filter",r,e,t),[o[1],o[2]],s,u,[a[1],a[2]])]}case"Conv3D":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("dataFormat",r,e,t).toUpperCase(),u=y("dilations",r,e,t);return[n.conv3d(y("x",r,e,t),y("filter",r,e,t),[o[1],o[2],o[3]],s,a,[u[1],u[2],u[3]])]}case"AvgPool":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("kernelSize",r,e,t);return[n.avgPool(y("x",r,e,t),[a[1],a[2]],[o[1],o[2]],s)]}case"MaxPool":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("kernelSize",r,e,t);return[n.maxPool(y("x",r,e,t),[a[1],a[2]],[o[1],o[2]],s)]}case"MaxPoolWithArgmax":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("kernelSize",r,e,t),u=y("includeBatchInIndex",r,e,t),{result:p,indexes:i}=n.maxPoolWithArgmax(y("x",r,e,t),[a[1],a[2]],[o[1],o[2]],s,u);return[p,i]}case"AvgPool3D":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("kernelSize",r,e,t);return[n.avgPool3d(y("x",r,e,t),[a[1],a[2],a[3]],[o[1],o[2],o[3]],s)]}case"MaxPool3D":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("kernelSize",r,e,t);return[n.maxPool3d(y("x",r,e,t),[a[1],a[2],a[3]],[o[1],o[2],o[3]],s)]}case"Dilation2D":{let o=y("strides",r,e,t),s=y("pad",r,e,t),a=y("dilations",r,e,t),u=o[1],p=o[2],i=a[1],l=a[2];return[n.dilation2d(y("x",r,e,t),y("filter",r,e,t),[u,p],s,[i,l],"NHWC")]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var A0=(r,e,t,n=ve)=>{switch(r.op){case"Fill":{let o=y("shape",r,e,t),s=y("dtype",r,e,t),a=y("value",r,e,t);return[n.fill(o,a,s)]}case"LinSpace":{let o=y("start",r,e,t),s=y("stop",r,e,t),a=y("num",r,e,t);return[n.linspace(o,s,a)]}case"Multinomial":{let o=y("logits",r,e,t),s=y("numSamples",r,e,t),a=y("seed",r,e,t);return[n.multinomial(o,s,a)]}case"OneHot":{let o=y("indices",r,e,t),s=y("depth",r,e,t),a=y("onValue",r,e,t),u=y("offValue",r,e,t),p=y("dtype",r,e,t);return[n.oneHot(o,s,a,u,p)]}case"Ones":return[n.ones(y("shape",r,e,t),y("dtype",r,e,t))];case"OnesLike":return[n.onesLike(y("x",r,e,t))];case"RandomStandardNormal":return[n.randomStandardNormal(y("shape",r,e,t),y("dtype",r,e,t),y("seed",r,e,t))];case"RandomUniform":return[n.randomUniform(y("shape",r,e,t),y("minval",r,e,t),y("maxval",r,e,t),y("dtype",r,e,t))];case"RandomUniformInt":return[n.randomUniformInt(y("shape",r,e,t),y("minval",r,e,t),y("maxval",r,e,t),y("seed",r,e,t))];case"Range":{let o=y("start",r,e,t),s=y("stop",r,e,t),a=y("step",r,e,t);return[n.range(o,s,a,y("dtype",r,e,t))]}case"TruncatedNormal":{let o=y("shape",r,e,t),s=y("mean",r,e,t),a=y("stdDev",r,e,t),u=y("seed",r,e,t);return[n.truncatedNormal(o,s,a,y("dtype",r,e,t),u)]}case"Zeros":return[n.zeros(y("shape",r,e,t),y("dtype",r,e,t))];case"ZerosLike":return[n.zerosLike(y("x",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};function Ly(r,e,t){let n=y("boxes",r,e,t),o=y("scores",r,e,t),s=y("maxOutputSize",r,e,t),a=y("iouThreshold",r,e,t),u=y("scoreThreshold",r,e,t),p=y("softNmsSigma",r,e,t);return{boxes:n,scores:o,maxOutputSize:s,iouThreshold:a,scoreThreshold:u,softNmsSigma:p}}var R0=async(r,e,t,n,o=ve)=>{switch(r.op){case"NonMaxSuppressionV5":{let{boxes:s,scores:a,maxOutputSize:u,iouThreshold:p,scoreThreshold:i,softNmsSigma:l}=Ly(r,e,t),c=await o.image.nonMaxSuppressionWithScoreAsync(s,a,u,p,i,l);return[c.selectedIndices,c.selectedScores]}case"NonMaxSuppressionV4":{let{boxes:s,scores:a,maxOutputSize:u,iouThreshold:p,scoreThreshold:i}=Ly(r,e,t),l=y("padToMaxOutputSize",r,e,t),c=await o.image.nonMaxSuppressionPaddedAsync(s,a,u,p,i,l);return[c.selectedIndices,c.validOutputs]}case"NonMaxSuppressionV3":case"NonMaxSuppressionV2":{let{boxes:s,scores:a,maxOutputSize:u,iouThreshold:p,scoreThreshold:i}=Ly(r,e,t);return[await o.image.nonMaxSuppressionAsync(s,a,u,p,i)]}case"Where":{let s=o.cast(y("condition",r,e,t),"bool"),a=[await o.whereAsync(s)];return s.dispose(),a}case"ListDiff":return o.setdiff1dAsync(y("x",r,e,t),y("y",r,e,t));default:throw TypeError(`Node type ${r.op} is not implemented`)}};var D0=(r,e,t,n=ve)=>{switch(r.op){case"LowerBound":{let o=y("sortedSequence",r,e,t),s=y("values",r,e,t);return[n.lowerBound(o,s)]}case"TopKV2":{let o=y("x",r,e,t),s=y("k",r,e,t),a=y("sorted",r,e,t),u=n.topk(o,s,a);return[u.values,u.indices]}case"UpperBound":{let o=y("sortedSequence",r,e,t),s=y("values",r,e,t);return[n.upperBound(o,s)]}case"Unique":{let o=y("x",r,e,t),s=n.unique(o);return[s.values,s.indices]}case"UniqueV2":{let o=y("x",r,e,t),s=y("axis",r,e,t),a=n.unique(o,s);return[a.values,a.indices]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var F0=(r,e,t,n=ve)=>{switch(r.op){case"Const":return e[r.name];case"PlaceholderWithDefault":let o=y("default",r,e,t);return[et(r.name,e,t)||o];case"Placeholder":return[et(r.name,e,t)];case"Identity":case"StopGradient":case"FakeQuantWithMinMaxVars":{let l=y("x",r,e,t);return[Dr(l)]}case"IdentityN":return y("x",r,e,t).map(l=>Dr(l));case"Snapshot":let s=y("x",r,e,t);return[Dr(s)];case"Shape":return[n.tensor1d(y("x",r,e,t).shape,"int32")];case"ShapeN":return y("x",r,e,t).map(l=>n.tensor1d(l.shape));case"Size":return[n.scalar(y("x",r,e,t).size,"int32")];case"Rank":return[n.scalar(y("x",r,e,t).rank,"int32")];case"NoOp":return[n.scalar(1)];case"Print":let a=y("x",r,e,t),u=y("data",r,e,t),p=y("message",r,e,t),i=y("summarize",r,e,t);console.warn("The graph has a tf.print() operation,usually used for debugging, which slows down performance."),console.log(p);for(let l=0;l<u.length;l++)console.log(Array.prototype.slice.call(u[l].dataSync()).slice(0,i));return[a];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var vm=class{get id(){return this.handle.id}constructor(e,t){this.keyDType=e,this.valueDType=t,this.handle=ee(0),this.tensorMap=new Map,Bt(this.handle)}clearAndClose(){this.tensorMap.forEach(e=>e.dispose()),this.tensorMap.clear(),this.handle.dispose()}size(){return this.tensorMap.size}tensorSize(){return ee(this.size(),"int32")}async import(e,t){this.checkKeyAndValueTensor(e,t);let n=await e.data();return this.tensorMap.forEach(o=>o.dispose()),this.tensorMap.clear(),ie(()=>{let o=fr(t),s=n.length,a=o.length;b.assert(s===a,()=>`The number of elements doesn't match, keys has ${s} elements, the values has ${a} elements.`);for(let u=0;u<s;u++){let p=n[u],i=o[u];Bt(i),this.tensorMap.set(p,i)}return this.handle})}async find(e,t){this.checkKeyAndValueTensor(e,t);let n=await e.data();return ie(()=>{let o=[];for(let s=0;s<n.length;s++){let a=n[s],u=this.findWithDefault(a,t);o.push(u)}return Dt(o)})}findWithDefault(e,t){let n=this.tensorMap.get(e);return n??t}checkKeyAndValueTensor(e,t){if(e.dtype!==this.keyDType)throw new Error(`Expect key dtype ${this.keyDType}, but got ${e.dtype}`);if(t.dtype!==this.valueDType)throw new Error(`Expect value dtype ${this.valueDType}, but got ${t.dtype}`)}};var O0=async(r,e,t,n)=>{switch(r.op){case"HashTable":case"HashTableV2":{let o=n.getHashTableHandleByName(r.name);if(o!=null)return[o];{let s=y("keyDType",r,e,t),a=y("valueDType",r,e,t),u=new vm(s,a);return n.addHashTable(r.name,u),[u.handle]}}case"InitializeTable":case"InitializeTableV2":case"LookupTableImport":case"LookupTableImportV2":{let o=y("tableHandle",r,e,t,n),s=y("keys",r,e,t),a=y("values",r,e,t);return[await n.getHashTableById(o.id).import(s,a)]}case"LookupTableFind":case"LookupTableFindV2":{let o=y("tableHandle",r,e,t,n),s=y("keys",r,e,t),a=y("defaultValue",r,e,t);return[await n.getHashTableById(o.id).find(s,a)]}case"LookupTableSize":case"LookupTableSizeV2":{let o=y("tableHandle",r,e,t,n);return[n.getHashTableById(o.id).tensorSize()]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var P0=(r,e,t,n=ve)=>{switch(r.op){case"ResizeBilinear":{let o=y("images",r,e,t),s=y("size",r,e,t),a=y("alignCorners",r,e,t),u=y("halfPixelCenters",r,e,t);return[n.image.resizeBilinear(o,[s[0],s[1]],a,u)]}case"ResizeNearestNeighbor":{let o=y("images",r,e,t),s=y("size",r,e,t),a=y("alignCorners",r,e,t),u=y("halfPixelCenters",r,e,t);return[n.image.resizeNearestNeighbor(o,[s[0],s[1]],a,u)]}case"CropAndResize":{let o=y("image",r,e,t),s=y("boxes",r,e,t),a=y("boxInd",r,e,t),u=y("cropSize",r,e,t),p=y("method",r,e,t),i=y("extrapolationValue",r,e,t);return[n.image.cropAndResize(o,s,a,u,p,i)]}case"ImageProjectiveTransformV3":{let o=y("images",r,e,t),s=y("transforms",r,e,t),a=y("outputShape",r,e,t),u=y("fillValue",r,e,t),p=y("interpolation",r,e,t),i=y("fillMode",r,e,t);return[n.image.transform(o,s,p.toLowerCase(),i.toLowerCase(),u,a)]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var M0=(r,e,t,n=ve)=>{switch(r.op){case"Equal":return[n.equal(y("a",r,e,t),y("b",r,e,t))];case"NotEqual":return[n.notEqual(y("a",r,e,t),y("b",r,e,t))];case"Greater":return[n.greater(y("a",r,e,t),y("b",r,e,t))];case"GreaterEqual":return[n.greaterEqual(y("a",r,e,t),y("b",r,e,t))];case"Less":return[n.less(y("a",r,e,t),y("b",r,e,t))];case"LessEqual":return[n.lessEqual(y("a",r,e,t),y("b",r,e,t))];case"LogicalAnd":return[n.logicalAnd(y("a",r,e,t),y("b",r,e,t))];case"LogicalNot":return[n.logicalNot(y("a",r,e,t))];case"LogicalOr":return[n.logicalOr(y("a",r,e,t),y("b",r,e,t))];case"Select":case"SelectV2":return[n.where(y("condition",r,e,t),y("a",r,e,t),y("b",r,e,t))];case"BitwiseAnd":return[n.bitwiseAnd(y("a",r,e,t),y("b",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var L0=(r,e,t,n=ve)=>{switch(r.op){case"BatchMatMul":case"BatchMatMulV2":case"MatMul":return[n.matMul(y("a",r,e,t),y("b",r,e,t),y("transposeA",r,e,t),y("transposeB",r,e,t))];case"Einsum":return[n.einsum(y("equation",r,e,t),...y("tensors",r,e,t))];case"Transpose":return[n.transpose(y("x",r,e,t),y("perm",r,e,t))];case"_FusedMatMul":let[o,s]=y("fusedOps",r,e,t),a=o==="biasadd",u=s==="prelu",p=y("numArgs",r,e,t),i=y("leakyreluAlpha",r,e,t);if(a){if(u&&p!==2)throw new Error("Fused MatMul with BiasAdd and Prelu must have two extra arguments: bias and alpha.");if(!u&&p!==1)throw new Error("Fused MatMul with BiasAdd must have one extra argument: bias.")}let[l,c]=y("args",r,e,t);return[n.fused.matMul({a:y("a",r,e,t),b:y("b",r,e,t),transposeA:y("transposeA",r,e,t),transposeB:y("transposeB",r,e,t),bias:l,activation:s,preluActivationWeights:c,leakyreluAlpha:i})];case"MatrixBandPart":return[n.linalg.bandPart(y("a",r,e,t),y("numLower",r,e,t),y("numUpper",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var B0=(r,e,t,n=ve)=>{switch(r.op){case"EuclideanNorm":return[n.euclideanNorm(y("x",r,e,t),y("axis",r,e,t),y("keepDims",r,e,t))];case"FusedBatchNorm":case"FusedBatchNormV2":return[n.batchNorm(y("x",r,e,t),y("mean",r,e,t),y("variance",r,e,t),y("offset",r,e,t),y("scale",r,e,t),y("epsilon",r,e,t))];case"FusedBatchNormV3":return[n.batchNorm(y("x",r,e,t),y("mean",r,e,t),y("variance",r,e,t),y("offset",r,e,t),y("scale",r,e,t),y("epsilon",r,e,t))];case"LRN":return[n.localResponseNormalization(y("x",r,e,t),y("radius",r,e,t),y("bias",r,e,t),y("alpha",r,e,t),y("beta",r,e,t))];case"Softmax":return[n.softmax(y("x",r,e,t))];case"LogSoftmax":return[n.logSoftmax(y("x",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var V0=(r,e,t,n=ve)=>{switch(r.op){case"RaggedGather":{let{outputNestedSplits:o,outputDenseValues:s}=n.raggedGather(y("paramsNestedSplits",r,e,t),y("paramsDenseValues",r,e,t),y("indices",r,e,t),y("outputRaggedRank",r,e,t));return o.concat(s)}case"RaggedRange":{let{rtNestedSplits:o,rtDenseValues:s}=n.raggedRange(y("starts",r,e,t),y("limits",r,e,t),y("splits",r,e,t));return[o,s]}case"RaggedTensorToTensor":return[n.raggedTensorToTensor(y("shape",r,e,t),y("values",r,e,t),y("defaultValue",r,e,t),y("rowPartitionTensors",r,e,t),y("rowPartitionTypes",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var U0=(r,e,t,n=ve)=>{switch(r.op){case"Max":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.max(y("x",r,e,t),u,p)]}case"Mean":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.mean(y("x",r,e,t),u,p)]}case"Min":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.min(y("x",r,e,t),u,p)]}case"Sum":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.sum(y("x",r,e,t),u,p)]}case"All":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.all(y("x",r,e,t),u,p)]}case"Any":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.any(y("x",r,e,t),u,p)]}case"ArgMax":{let u=y("axis",r,e,t);return[n.argMax(y("x",r,e,t),u)]}case"ArgMin":{let u=y("axis",r,e,t);return[n.argMin(y("x",r,e,t),u)]}case"Prod":{let u=y("axis",r,e,t),p=y("keepDims",r,e,t);return[n.prod(y("x",r,e,t),u,p)]}case"Cumprod":{let u=y("axis",r,e,t),p=y("exclusive",r,e,t),i=y("reverse",r,e,t);return[n.cumprod(y("x",r,e,t),u,p,i)]}case"Cumsum":{let u=y("axis",r,e,t),p=y("exclusive",r,e,t),i=y("reverse",r,e,t);return[n.cumsum(y("x",r,e,t),u,p,i)]}case"Bincount":let o=y("x",r,e,t),s=y("weights",r,e,t),a=y("size",r,e,t);return[n.bincount(o,s,a)];case"DenseBincount":{let u=y("x",r,e,t),p=y("weights",r,e,t),i=y("size",r,e,t),l=y("binaryOutput",r,e,t);return[n.denseBincount(u,p,i,l)]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var W0=(r,e,t,n=ve)=>{switch(r.op){case"ConcatV2":case"Concat":{let o=y("n",r,e,t),s=y("axis",r,e,t),a=y("tensors",r,e,t);return a=a.slice(0,o),[n.concat(a,s)]}case"Gather":{let o=y("x",r,e,t),s=y("indices",r,e,t);return[n.gather(o,n.cast(s,"int32"),0)]}case"GatherV2":{let o=y("axis",r,e,t),s=y("batchDims",r,e,t),a=y("x",r,e,t),u=y("indices",r,e,t);return[n.gather(a,n.cast(u,"int32"),o,s)]}case"Reverse":{let o=y("dims",r,e,t),s=[];for(let u=0;u<o.length;u++)o[u]&&s.push(u);let a=y("x",r,e,t);return[n.reverse(a,s)]}case"ReverseV2":{let o=y("axis",r,e,t),s=y("x",r,e,t);return[n.reverse(s,o)]}case"Slice":{let o=y("begin",r,e,t),s=y("size",r,e,t);return[n.slice(y("x",r,e,t),o,s)]}case"StridedSlice":{let o=y("begin",r,e,t),s=y("end",r,e,t),a=y("strides",r,e,t),u=y("beginMask",r,e,t),p=y("endMask",r,e,t),i=y("ellipsisMask",r,e,t),l=y("newAxisMask",r,e,t),c=y("shrinkAxisMask",r,e,t),m=y("x",r,e,t);return[n.stridedSlice(m,o,s,a,u,p,i,l,c)]}case"Pack":return ie(()=>{let o=y("axis",r,e,t),s=y("tensors",r,e,t),a=s[0].shape,u=n.squeeze(s[0]).shape,p=s.map(i=>{let l=b.arraysEqual(i.shape,a);if(!l&&!b.arraysEqual(n.squeeze(i).shape,u))throw new Error("the input tensors shape does not match");return l?i:n.reshape(i,a)});return[n.stack(p,o)]});case"Unpack":{let o=y("axis",r,e,t),s=y("tensor",r,e,t);return n.unstack(s,o)}case"Tile":{let o=y("reps",r,e,t);return[n.tile(y("x",r,e,t),o)]}case"Split":case"SplitV":{let o=y("axis",r,e,t),s=y("numOrSizeSplits",r,e,t),a=y("x",r,e,t);return n.split(a,s,o)}case"ScatterNd":{let o=y("indices",r,e,t),s=y("values",r,e,t),a=y("shape",r,e,t);return[n.scatterND(o,s,a)]}case"GatherNd":{let o=y("x",r,e,t),s=y("indices",r,e,t);return[n.gatherND(o,s)]}case"SparseToDense":{let o=y("sparseIndices",r,e,t),s=y("outputShape",r,e,t),a=y("sparseValues",r,e,t),u=y("defaultValue",r,e,t);return[n.sparseToDense(o,a,s,a.dtype===u.dtype?u:n.cast(u,a.dtype))]}case"TensorScatterUpdate":{let o=y("indices",r,e,t),s=y("values",r,e,t),a=y("tensor",r,e,t);return[n.tensorScatterUpdate(a,o,s)]}default:throw TypeError(`Node type ${r.op} is not implemented`)}};var G0=(r,e,t,n=ve)=>{switch(r.op){case"SparseFillEmptyRows":{let{outputIndices:o,outputValues:s,emptyRowIndicator:a,reverseIndexMap:u}=n.sparse.sparseFillEmptyRows(y("indices",r,e,t),y("values",r,e,t),y("denseShape",r,e,t),y("defaultValue",r,e,t));return[o,s,a,u]}case"SparseReshape":{let{outputIndices:o,outputShape:s}=n.sparse.sparseReshape(y("inputIndices",r,e,t),y("inputShape",r,e,t),y("newShape",r,e,t));return[o,s]}case"SparseSegmentMean":return[n.sparse.sparseSegmentMean(y("data",r,e,t),y("indices",r,e,t),y("segmentIds",r,e,t))];case"SparseSegmentSum":return[n.sparse.sparseSegmentSum(y("data",r,e,t),y("indices",r,e,t),y("segmentIds",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var z0=(r,e,t,n=ve)=>{switch(r.op){case"FFT":return[n.fft(y("x",r,e,t))];case"IFFT":return[n.ifft(y("x",r,e,t))];case"RFFT":return[n.rfft(y("x",r,e,t))];case"IRFFT":return[n.irfft(y("x",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var H0=(r,e,t,n=ve)=>{switch(r.op){case"StaticRegexReplace":return[n.string.staticRegexReplace(y("input",r,e,t),y("pattern",r,e,t),y("rewrite",r,e,t),y("replaceGlobal",r,e,t))];case"StringNGrams":{let{nGrams:o,nGramsSplits:s}=n.string.stringNGrams(y("data",r,e,t),y("dataSplits",r,e,t),y("separator",r,e,t),y("nGramWidths",r,e,t),y("leftPad",r,e,t),y("rightPad",r,e,t),y("padWidth",r,e,t),y("preserveShortSequences",r,e,t));return[o,s]}case"StringSplit":{let{indices:o,values:s,shape:a}=n.string.stringSplit(y("input",r,e,t),y("delimiter",r,e,t),y("skipEmpty",r,e,t));return[o,s,a]}case"StringToHashBucketFast":return[n.string.stringToHashBucketFast(y("input",r,e,t),y("numBuckets",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};var q0=(r,e,t,n=ve)=>{switch(r.op){case"Cast":return[n.cast(y("x",r,e,t),y("dtype",r,e,t))];case"ExpandDims":{let o=y("axis",r,e,t);return[n.expandDims(y("x",r,e,t),o)]}case"Squeeze":{let o=y("axis",r,e,t);return[n.squeeze(y("x",r,e,t),o)]}case"Reshape":return[n.reshape(y("x",r,e,t),y("shape",r,e,t))];case"EnsureShape":return[n.ensureShape(y("x",r,e,t),y("shape",r,e,t))];case"MirrorPad":return[n.mirrorPad(y("x",r,e,t),y("padding",r,e,t),y("mode",r,e,t))];case"PadV2":case"Pad":return[n.pad(y("x",r,e,t),y("padding",r,e,t),y("constantValue",r,e,t))];case"SpaceToBatchND":{let o=y("blockShape",r,e,t),s=y("paddings",r,e,t);return[n.spaceToBatchND(y("x",r,e,t),o,s)]}case"BatchToSpaceND":{let o=y("blockShape",r,e,t),s=y("crops",r,e,t);return[n.batchToSpaceND(y("x",r,e,t),o,s)]}case"DepthToSpace":{let o=y("blockSize",r,e,t),s=y("dataFormat",r,e,t).toUpperCase();return[n.depthToSpace(y("x",r,e,t),o,s)]}case"BroadcastTo":return[n.broadcastTo(y("x",r,e,t),y("shape",r,e,t))];case"BroadcastArgs":return[n.broadcastArgs(y("s0",r,e,t),y("s1",r,e,t))];default:throw TypeError(`Node type ${r.op} is not implemented`)}};function By(r,e,t,n,o=ie){let s=((a,u,p)=>{switch(a.category){case"arithmetic":return o(()=>v0(a,u,p));case"basic_math":return o(()=>S0(a,u,p));case"control":return k0(a,u,p);case"convolution":return o(()=>$0(a,u,p));case"creation":return o(()=>A0(a,u,p));case"dynamic":return R0(a,u,p);case"evaluation":return o(()=>D0(a,u,p));case"image":return o(()=>P0(a,u,p));case"graph":return o(()=>F0(a,u,p));case"logical":return o(()=>M0(a,u,p));case"matrices":return o(()=>L0(a,u,p));case"normalization":return o(()=>B0(a,u,p));case"ragged":return o(()=>V0(a,u,p));case"reduction":return o(()=>U0(a,u,p));case"slice_join":return o(()=>W0(a,u,p));case"sparse":return o(()=>G0(a,u,p));case"spectral":return o(()=>z0(a,u,p));case"string":return o(()=>H0(a,u,p));case"transformation":return o(()=>q0(a,u,p));case"hash_table":return O0(a,u,p,n);case"custom":let i=am(a.op);if(i&&i.customExecutor)return i.customExecutor(new ym(a,u,p));throw TypeError(`Custom op ${a.op} is not registered.`);default:throw TypeError(`Unknown op '${a.op}'. File an issue at https://github.com/tensorflow/tfjs/issues so we can add it, or register a custom execution with tf.registerOp()`)}})(r,e,t);return b.isPromise(s)?s.then(a=>[].concat(a)):[].concat(s)}var rp=class{constructor(e={},t={},n={},o={},s){this.weightMap=e,this.tensorArrayMap=t,this.tensorListMap=n,this.functionMap=o,this.parseNodeNameCache=s,this.rootContext={id:0,frameName:"",iterationId:0},this.contexts=[this.rootContext],this.lastId=0,this.generateCurrentContextIds()}newFrame(e,t){return{id:e,frameName:t,iterationId:0}}set currentContext(e){this.contexts!==e&&(this.contexts=e,this.generateCurrentContextIds())}get currentContext(){return this.contexts}get currentContextId(){return this._currentContextIds[0]}get currentContextIds(){return this._currentContextIds}generateCurrentContextIds(){let e=[];for(let t=0;t<this.contexts.length-1;t++){let n=this.contexts.slice(0,this.contexts.length-t);e.push(this.contextIdforContexts(n))}e.push(""),this._currentContextIds=e}contextIdforContexts(e){return e?e.map(t=>t.id===0&&t.iterationId===0?"":`${t.frameName}-${t.iterationId}`).join("/"):""}enterFrame(e){this.contexts&&(this.lastId++,this.contexts=this.contexts.slice(),this.contexts.push(this.newFrame(this.lastId,e)),this._currentContextIds.unshift(this.contextIdforContexts(this.contexts)))}exitFrame(){if(this.contexts&&this.contexts.length>1)this.contexts=this.contexts.slice(),this.contexts.splice(-1),this.currentContextIds.shift();else throw new Error("Cannot exit frame, the context is empty")}nextIteration(){if(this.contexts&&this.contexts.length>0){this.contexts=this.contexts.slice(),this.lastId++;let e=Object.assign({},this.contexts[this.contexts.length-1]);e.iterationId+=1,e.id=this.lastId,this.contexts.splice(-1,1,e),this._currentContextIds.splice(0,1,this.contextIdforContexts(this.contexts))}else throw new Error("Cannot increase frame iteration, the context is empty")}getWeight(e){return this.weightMap[e]}addTensorArray(e){this.tensorArrayMap[e.id]=e}getTensorArray(e){return this.tensorArrayMap[e]}addTensorList(e){this.tensorListMap[e.id]=e}getTensorList(e){return this.tensorListMap[e]}dispose(e){for(let t in this.tensorArrayMap)this.tensorArrayMap[t].clearAndClose(e);for(let t in this.tensorListMap)this.tensorListMap[t].clearAndClose(e)}};function Vy(r,e,t,n){let o=new Set,s=[],a=null,u=null,p=new Set,i=new Set(Object.keys(r).map(m=>Ft(m)[0]));n=n||[];let l=new Set(n.map(m=>Ft(m.name)[0])),c=[...e];for(;c.length>0;){let m=c.pop();if((ho(m)||KU(m)||jU(m))&&a==null&&(a=m,u=a.children.map(f=>f.name).filter(f=>o.has(f))),o.add(m.name),t[m.name]==null&&!i.has(m.name)&&!l.has(m.name)){if(m.inputs.length===0){s.push(m.name);continue}m.inputs.forEach(f=>{p.has(f.name)||(p.add(f.name),c.push(f))})}}return{inputs:r,outputs:e,usedNodes:o,missingInputs:s,dynamicNode:a,syncInputs:u}}function K0(r,e){let{usedNodes:t,inputs:n}=e,o=Object.keys(n).map(h=>Ft(h)[0]).map(h=>r.nodes[h]),s=r.initNodes||[],a=h=>t.has(typeof h=="string"?h:h.name);function u(h){return[...new Map(h.map(x=>[x.name,x])).values()]}let p=u([...o,...r.weights,...s]).filter(a),i=u([...p,...Object.values(r.nodes)]).filter(a),l=new Map(i.map(h=>[h.name,h])),c={};for(let h of i){c[h.name]=c[h.name]||0;for(let x of h.children)a(x)||(c[x.name]=Number.POSITIVE_INFINITY),c[x.name]=(c[x.name]||0)+1}let m=Object.entries(c).filter(([,h])=>h===0).map(([h])=>h),f=[...m];for(;m.length>0;){let h=m.pop(),x=l.get(h);for(let v of x.children.filter(a))--c[v.name]===0&&(f.push(v.name),m.push(v.name))}let d=f.map(h=>l.get(h)),g=WU(d,p);return GU(g,p),g}function WU(r,e){let t=new Map(r.map(a=>[a.name,a])),n=e.map(a=>a.name),o=new Set(n);for(;n.length>0;){let a=n.pop(),u=t.get(a);for(let p of u.children)!t.has(p.name)||o.has(p.name)||(o.add(p.name),n.push(p.name))}return r.filter(a=>o.has(a.name))}var Gi=class extends Error{constructor(e){super(`NodesExecutionOrderError: ${e}`)}};function GU(r,e){let t=new Map(r.map((u,p)=>[u.name,p])),n=new Set(e.map(u=>u.name)),o=u=>n.has(typeof u=="string"?u:u.name),s=new Set(r.map(u=>u.name)),a=u=>s.has(typeof u=="string"?u:u.name);for(let u of r){for(let p of u.children.filter(a)){if(!t.has(p.name))throw new Gi(`Child ${p.name} of node ${u.name} is unreachable.`);if(t.get(u.name)>t.get(p.name))throw new Gi(`Node ${u.name} is scheduled to run after its child ${p.name}.`)}if(!o(u))for(let p of u.inputs){if(!t.has(p.name))throw new Gi(`Input ${p.name} of node ${u.name} is unreachable.`);if(t.get(p.name)>t.get(u.name))throw new Gi(`Node ${u.name} is scheduled to run before its input ${p.name}.`)}}}function j0(r){let e=new Map(r.map((u,p)=>[u.name,p])),t=Number.MAX_SAFE_INTEGER,n=r.map((u,p)=>ho(u)?t:p),o=u=>{let p=n[e.get(u.name)];return p??-1},s=r.map((u,p)=>u.children.map(o).reduce((i,l)=>Math.max(i,l),n[p])),a=new Map;for(let u=0;u<r.length;++u){let p=s[u];if(p===t)continue;let i=r[u],l=r[p];a.has(l.name)||a.set(l.name,[]),a.get(l.name).push(i)}return a}var zU=new Set(["Switch","Merge","Enter","Exit","NextIteration","StatelessIf","StatelessWhile","if","While"]),HU=new Set(["NonMaxSuppressionV2","NonMaxSuppressionV3","NonMaxSuppressionV5","Where"]),qU=new Set(["HashTable","HashTableV2","LookupTableImport","LookupTableImportV2","LookupTableFind","LookupTableFindV2","LookupTableSize","LookupTableSizeV2"]);function ho(r){return zU.has(r.op)}function KU(r){return HU.has(r.op)}function jU(r){return qU.has(r.op)}var np=class r{get weightIds(){return this.parent?this.parent.weightIds:this._weightIds}get functionExecutorMap(){return this.parent?this.parent.functionExecutorMap:this._functionExecutorMap}get weightMap(){return this.parent?this.parent.weightMap:this._weightMap}set weightMap(e){let t=Object.keys(e).map(n=>e[n].map(o=>o.id));this._weightIds=[].concat(...t),this._weightMap=e}set resourceManager(e){this._resourceManager=e}get inputs(){return this._inputs.map(e=>({name:e.name,shape:e.attrParams.shape?e.attrParams.shape.value:void 0,dtype:e.attrParams.dtype?e.attrParams.dtype.value:void 0}))}get outputs(){return this._outputs.map(e=>({name:e.name,shape:e.attrParams.shape?e.attrParams.shape.value:void 0,dtype:e.attrParams.dtype?e.attrParams.dtype.value:void 0}))}get inputNodes(){return this._inputs.map(e=>e.signatureKey||e.name)}get outputNodes(){return this._outputs.map(e=>{let t=e.signatureKey||e.name;return e.defaultOutput?`${t}:${e.defaultOutput}`:t})}get functions(){return Object.keys(this._functions).reduce((e,t)=>(e[t]=this._functions[t].signature,e),{})}constructor(e,t){this.graph=e,this.parent=t,this.compiledMap=new Map,this.parseNodeNameCache=new Map,this._weightMap={},this.SEPARATOR=",",this._functions={},this._functionExecutorMap={},this.keepIntermediateTensors=!1,this._outputs=e.outputs,this._inputs=e.inputs,this._initNodes=e.initNodes,this._signature=e.signature,this._functions=e.functions,e.functions!=null&&Object.keys(e.functions).forEach(n=>{this._functionExecutorMap[n]=new r(e.functions[n],this)})}getCompilationKey(e,t){let n=e.map(s=>s.name).sort(),o=t.map(s=>s.name).sort();return n.join(this.SEPARATOR)+"--"+o.join(this.SEPARATOR)}compile(e,t){let n=Vy(e,t,this.weightMap,this._initNodes),{missingInputs:o,dynamicNode:s,syncInputs:a}=n;if(s!=null)throw new Error(`This execution contains the node '${s.name}', which has the dynamic op '${s.op}'. Please use model.executeAsync() instead. Alternatively, to avoid the dynamic ops, specify the inputs [${a}]`);if(o.length>0){let i=t.map(c=>c.name),l=Object.keys(e);throw new Error(`Cannot compute the outputs [${i}] from the provided inputs [${l}]. Missing the following inputs: [${o}]`)}let u=K0(this.graph,n),p=j0(u);return{orderedNodes:u,nodeLiveUntilMap:p}}cloneAndKeepTensor(e){if(e==null)return null;let t=e.clone();return Bt(t),t}cloneTensorList(e){return e?e.map(n=>this.cloneAndKeepTensor(n)):null}cloneTensorMap(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,this.cloneTensorList(n)]))}execute(e,t){this.disposeIntermediateTensors(),e=this.mapInputs(e);let n=Object.keys(e).sort();this.checkInputs(e),this.checkInputShapeAndType(e),t=this.mapOutputs(t),this.checkOutputs(t);let o=n.map(m=>this.graph.nodes[Ft(m)[0]]),s=t.map(m=>Ft(m)[0]),a=new Set(s),u=s.map(m=>this.graph.nodes[m]);u.length===0&&(u=this._outputs);let p=this.getCompilationKey(o,u),i=this.compiledMap.get(p);i==null&&(i=this.compile(e,u),this.compiledMap.set(p,i));try{this.keepIntermediateTensors=$().getBool("KEEP_INTERMEDIATE_TENSORS")}catch(m){this.keepIntermediateTensors=!1,console.warn(m.message)}let l={},c={};return ie(()=>{let m=new rp(this.weightMap,l,c,this.functionExecutorMap,this.parseNodeNameCache),f=Object.assign({},this.weightMap);this.keepIntermediateTensors&&(this.clonedTensorsMap=this.cloneTensorMap(this.weightMap)),Object.keys(e).forEach(x=>{let[v,I]=Ft(x,m),T=[];T[I]=e[x],f[v]=T,this.keepIntermediateTensors&&(this.clonedTensorsMap[v]=this.cloneTensorList(T))});let d=this.getFrozenTensorIds(f),{orderedNodes:g,nodeLiveUntilMap:h}=i;for(let x of g){if(f[x.name])continue;let v=By(x,f,m,this._resourceManager);if(b.isPromise(v))throw new Error(`The execution of the op '${x.op}' returned a promise. Please use model.executeAsync() instead.`);f[x.name]=v,this.keepIntermediateTensors&&(this.clonedTensorsMap[x.name]=this.cloneTensorList(v)),this.checkTensorForDisposalWithNodeLiveUntilInfo(x,f,m,d,a,h.get(x.name))}return this.parent==null&&m.dispose(d),t.map(x=>et(x,f,m))})}getFrozenTensorIds(e){let t=[].concat.apply([],Object.keys(e).map(n=>e[n]).map(n=>n.map(o=>o.id)));return new Set(t)}checkTensorForDisposal(e,t,n,o,s,a,u){if(!(ho(t)||a.has(e))){for(let p of n[e])p!=null&&(u[p.id]=(u[p.id]||0)+t.children.length);for(let p of t.inputs){if(ho(p))continue;let i=xy(p.name,n,o);if(i!=null)for(let l of i){if(!l||l.kept||s.has(l.id))continue;let c=u[l.id];c===1?(l.dispose(),delete u[l.id]):c!=null&&u[l.id]--}}}}checkTensorForDisposalWithNodeLiveUntilInfo(e,t,n,o,s,a){function u(p){return ho(p)||s.has(p.name)}if(!(ho(e)||a==null))for(let p of a){if(u(p))continue;let i=xy(p.name,t,n);for(let l of i)!l||l.kept||o.has(l.id)||l.dispose()}}async executeAsync(e,t){return this._executeAsync(e,t)}disposeIntermediateTensors(){this.clonedTensorsMap&&(Object.values(this.clonedTensorsMap).forEach(e=>{for(let t of e)t&&!t.isDisposed&&t.dispose()}),this.clonedTensorsMap=null)}getIntermediateTensors(){return this.clonedTensorsMap}async _executeAsync(e,t,n=!1,o={},s={}){this.disposeIntermediateTensors(),n||(e=this.mapInputs(e),this.checkInputs(e),this.checkInputShapeAndType(e),t=this.mapOutputs(t),this.checkOutputs(t));try{this.keepIntermediateTensors=$().getBool("KEEP_INTERMEDIATE_TENSORS")}catch(m){this.keepIntermediateTensors=!1,console.warn(m.message)}let a=new rp(this.weightMap,o,s,this.functionExecutorMap,this.parseNodeNameCache);this.keepIntermediateTensors&&(this.clonedTensorsMap=this.cloneTensorMap(this.weightMap));let u=await this.executeWithControlFlow(e,a,t,n),p=t.map(m=>et(m,u,a)),i=p.map(m=>m.id),l=Object.keys(e).map(m=>e[m].id),c=new Set([...i,...l,...this.weightIds]);return Object.values(u).forEach(m=>{m.forEach(f=>{f&&!f.isDisposed&&!c.has(f.id)&&f.dispose()})}),this.parent==null&&a.dispose(c),p}async executeFunctionAsync(e,t,n){let o=e.reduce((s,a,u)=>(s[this.inputs[u].name]=a,s),{});return this._executeAsync(o,this.outputNodes,!0,t,n)}async executeWithControlFlow(e,t,n,o){let s=Object.keys(e),a=s.map(T=>this.graph.nodes[Ft(T)[0]]),u=n.map(T=>Ft(T)[0]),p=new Set(u),i=u.map(T=>this.graph.nodes[T]);i.length===0&&(i=this._outputs);let{usedNodes:l,missingInputs:c,dynamicNode:m,syncInputs:f}=Vy(e,i,this.weightMap,this._initNodes),d=[...a,...this.graph.weights,...this._initNodes||[]].map(T=>({node:T,contexts:t.currentContext})),g=Object.assign({},this.weightMap);Object.keys(e).forEach(T=>{let[E,A]=Ft(T),R=[];R[A]=e[T],g[E]=R});let h={},x=this.getFrozenTensorIds(g),v={};for(;d.length>0;){let T=this.processStack(a,d,t,g,v,x,p,h,l);await Promise.all(T)}m==null&&!o&&console.warn("This model execution did not contain any nodes with control flow or dynamic output shapes. You can use model.execute() instead.");let I=i.filter(T=>!ho(T)&&!et(T.name,g,t)).map(T=>T.name);if(I.length>0){let T="";throw m!=null&&(T=`Alternatively, to avoid the dynamic ops, use model.execute() and specify the inputs [${f}]`),new Error(`Cannot compute the outputs [${I}] from the provided inputs [${s}]. Consider providing the following inputs: [${c}]. ${T}`)}return g}processStack(e,t,n,o,s,a,u,p,i){let l=[];for(;t.length>0;){let c=t.pop();n.currentContext=c.contexts;let m="";if(c.node.op==="Enter"&&y("isConstant",c.node,o,n)&&([m]=Rr(c.node.name,n)),o[c.node.name]==null){let f=By(c.node,o,n,this._resourceManager);m||([m]=Rr(c.node.name,n));let d=n.currentContext;b.isPromise(f)?l.push(f.then(g=>(o[m]=g,this.keepIntermediateTensors&&(this.clonedTensorsMap[m]=this.cloneTensorList(g)),n.currentContext=d,this.checkTensorForDisposal(m,c.node,o,n,a,u,p),this.processChildNodes(c.node,t,n,o,s,i),g))):(o[m]=f,this.keepIntermediateTensors&&(this.clonedTensorsMap[m]=this.cloneTensorList(f)),this.checkTensorForDisposal(m,c.node,o,n,a,u,p),this.processChildNodes(c.node,t,n,o,s,i))}else this.processChildNodes(c.node,t,n,o,s,i)}return l}processChildNodes(e,t,n,o,s,a){e.children.forEach(u=>{let[p]=Rr(u.name,n);s[p]||!a.has(u.name)||(u.op==="Merge"?u.inputNames.some(i=>!!et(i,o,n))&&(s[p]=!0,t.push({contexts:n.currentContext,node:u})):u.inputNames.every(i=>!!et(i,o,n))&&(s[p]=!0,t.push({contexts:n.currentContext,node:u})))})}dispose(){Object.keys(this.weightMap).forEach(e=>this.weightMap[e].forEach(t=>t.dispose()))}checkInputShapeAndType(e){Object.keys(e).forEach(t=>{let n=e[t],[o]=Ft(t),s=this.graph.nodes[o];if(s.attrParams.shape&&s.attrParams.shape.value){let a=s.attrParams.shape.value,u=a.length===n.shape.length&&n.shape.every((p,i)=>a[i]===-1||a[i]===p);b.assert(u,()=>`The shape of dict['${s.name}'] provided in model.execute(dict) must be [${a}], but was [${n.shape}]`)}s.attrParams.dtype&&s.attrParams.dtype.value&&b.assert(n.dtype===s.attrParams.dtype.value,()=>`The dtype of dict['${s.name}'] provided in model.execute(dict) must be ${s.attrParams.dtype.value}, but was ${n.dtype}`)})}mapInputs(e){var t,n;let o={};for(let s in e){let a=(n=(t=this._signature)===null||t===void 0?void 0:t.inputs)===null||n===void 0?void 0:n[s];a!=null?o[a.name]=e[s]:o[s]=e[s]}return o}checkInputs(e){let t=Object.keys(e).filter(n=>{let[o]=Ft(n);return this.graph.nodes[o]==null});if(t.length>0)throw new Error(`The dict provided in model.execute(dict) has keys: [${t}] that are not part of graph`)}mapOutputs(e){return e.map(t=>{var n,o;let s=(o=(n=this._signature)===null||n===void 0?void 0:n.outputs)===null||o===void 0?void 0:o[t];return s!=null?s.name:t},{})}checkOutputs(e){e.forEach(t=>{let[n]=Ft(t);if(!this.graph.nodes[n])throw new Error(`The output '${t}' is not found in the graph`)})}};var Sm=class{constructor(e={},t={}){this.hashTableNameToHandle=e,this.hashTableMap=t}addHashTable(e,t){this.hashTableNameToHandle[e]=t.handle,this.hashTableMap[t.id]=t}getHashTableHandleByName(e){return this.hashTableNameToHandle[e]}getHashTableById(e){return this.hashTableMap[e]}dispose(){for(let e in this.hashTableMap)this.hashTableMap[e].clearAndClose(),delete this.hashTableMap[e];for(let e in this.hashTableNameToHandle)this.hashTableNameToHandle[e].dispose(),delete this.hashTableNameToHandle[e]}};var XU="?tfjs-format=file",YU="model.json",Im=class{get modelVersion(){return this.version}get inputNodes(){return this.executor.inputNodes}get outputNodes(){return this.executor.outputNodes}get inputs(){return this.executor.inputs}get outputs(){return this.executor.outputs}get weights(){return this.executor.weightMap}get metadata(){return this.artifacts.userDefinedMetadata}get modelSignature(){return this.signature}get modelStructuredOutputKeys(){return this.structuredOutputKeys}constructor(e,t={},n=Ju){this.modelUrl=e,this.loadOptions=t,this.version="n/a",this.io=n,t==null&&(this.loadOptions={}),this.resourceManager=new Sm}findIOHandler(){let e=this.modelUrl;if(e.load!=null)this.handler=e;else if(this.loadOptions.requestInit!=null)this.handler=this.io.browserHTTPRequest(e,this.loadOptions);else{let t=this.io.getLoadHandlers(e,this.loadOptions);if(t.length===0)t.push(this.io.browserHTTPRequest(e,this.loadOptions));else if(t.length>1)throw new Error(`Found more than one (${t.length}) load handlers for URL '${[e]}'`);this.handler=t[0]}}load(){if(this.findIOHandler(),this.handler.load==null)throw new Error("Cannot proceed with model loading because the IOHandler provided does not have the `load` method implemented.");let e=this.handler.load();return b.isPromise(e)?e.then(t=>t.getWeightStream==null?this.loadSync(t):this.loadStreaming(t)):this.loadSync(e)}loadSync(e){let t=this.io.decodeWeights(e.weightData,e.weightSpecs);return this.loadWithWeightMap(e,t)}async loadStreaming(e){if(e.getWeightStream==null)throw new Error("Model artifacts missing streamWeights function");let t=await Kl(e.getWeightStream(),e.weightSpecs);return this.loadWithWeightMap(e,t)}loadWithWeightMap(e,t){this.artifacts=e;let n=this.artifacts.modelTopology,o=this.artifacts.signature;if(this.artifacts.userDefinedMetadata!=null){let s=this.artifacts.userDefinedMetadata;s.signature!=null&&(o=s.signature),s.structuredOutputKeys!=null&&(this.structuredOutputKeys=s.structuredOutputKeys)}if(this.signature=o,this.version=`${n.versions.producer}.${n.versions.minConsumer}`,this.executor=new np(tp.Instance.transformGraph(n,this.signature)),this.executor.weightMap=this.convertTensorMapToTensorsMap(t),this.executor.resourceManager=this.resourceManager,e.modelInitializer!=null&&e.modelInitializer.node!=null){let s=tp.Instance.transformGraph(e.modelInitializer);this.initializer=new np(s),this.initializer.weightMap=this.executor.weightMap,this.initializer.resourceManager=this.resourceManager,this.initializerSignature=e.initializerSignature}return!0}async save(e,t){if(typeof e=="string"){let n=this.io.getSaveHandlers(e);if(n.length===0)throw new Error(`Cannot find any save handlers for URL '${e}'`);if(n.length>1)throw new Error(`Found more than one (${n.length}) save handlers for URL '${e}'`);e=n[0]}if(e.save==null)throw new Error("GraphModel.save() cannot proceed because the IOHandler provided does not have the `save` attribute defined.");return e.save(this.artifacts)}addStructuredOutputNames(e){if(this.structuredOutputKeys){let t=e instanceof He?[e]:e,n={};return t.forEach((o,s)=>n[this.structuredOutputKeys[s]]=o),n}return e}predict(e,t){let n=this.execute(e,this.outputNodes);return this.addStructuredOutputNames(n)}async predictAsync(e,t){let n=await this.executeAsync(e,this.outputNodes);return this.addStructuredOutputNames(n)}normalizeInputs(e){var t;if(!(e instanceof He)&&!Array.isArray(e)){let s=(t=this.signature)===null||t===void 0?void 0:t.inputs;if(s!=null)for(let a in s){let u=s[a];u.resourceId!=null&&(e[a]=this.resourceIdToCapturedInput[u.resourceId])}return e}e=Array.isArray(e)?e:[e];let n=Object.keys(this.resourceIdToCapturedInput).length;if(e.length+n!==this.inputNodes.length)throw new Error(`Input tensor count mismatch, the graph model has ${this.inputNodes.length-n} non-resource placeholders, while there are ${e.length} input tensors provided.`);let o=0;return this.inputNodes.reduce((s,a)=>{var u,p,i;let l=(i=(p=(u=this.signature)===null||u===void 0?void 0:u.inputs)===null||p===void 0?void 0:p[a])===null||i===void 0?void 0:i.resourceId;return l!=null?s[a]=this.resourceIdToCapturedInput[l]:s[a]=e[o++],s},{})}normalizeOutputs(e){return e=e||this.outputNodes,Array.isArray(e)?e:[e]}executeInitializerGraph(){return this.initializer==null?[]:this.initializerSignature==null?this.initializer.execute({},[]):this.initializer.execute({},Object.keys(this.initializerSignature.outputs))}async executeInitializerGraphAsync(){return this.initializer==null?[]:this.initializerSignature==null?this.initializer.executeAsync({},[]):this.initializer.executeAsync({},Object.keys(this.initializerSignature.outputs))}setResourceIdToCapturedInput(e){if(this.resourceIdToCapturedInput={},this.initializerSignature){let t=this.initializerSignature.outputs,n=Object.keys(t);for(let o=0;o<n.length;o++){let s=n[o],a=t[s];this.resourceIdToCapturedInput[a.resourceId]=e[o]}}}execute(e,t){this.resourceIdToCapturedInput==null&&this.setResourceIdToCapturedInput(this.executeInitializerGraph()),e=this.normalizeInputs(e),t=this.normalizeOutputs(t);let n=this.executor.execute(e,t);return n.length>1?n:n[0]}async executeAsync(e,t){this.resourceIdToCapturedInput==null&&this.setResourceIdToCapturedInput(await this.executeInitializerGraphAsync()),e=this.normalizeInputs(e),t=this.normalizeOutputs(t);let n=await this.executor.executeAsync(e,t);return n.length>1?n:n[0]}getIntermediateTensors(){return this.executor.getIntermediateTensors()}disposeIntermediateTensors(){this.executor.disposeIntermediateTensors()}convertTensorMapToTensorsMap(e){return Object.keys(e).reduce((t,n)=>(t[n]=[e[n]],t),{})}dispose(){this.executor.dispose(),this.initializer&&(this.initializer.dispose(),this.resourceIdToCapturedInput&&qe(this.resourceIdToCapturedInput)),this.resourceManager.dispose()}};async function X0(r,e={},t=Ju){if(r==null)throw new Error("modelUrl in loadGraphModel() cannot be null. Please provide a url or an IOHandler that loads the model");e==null&&(e={}),e.fromTFHub&&typeof r=="string"&&(r=QU(r));let n=new Im(r,e,t);return await n.load(),n}function QU(r){return r.endsWith("/")||(r=r+"/"),`${r}${YU}${XU}`}var Q;(function(r){r[r.float32=0]="float32",r[r.int32=1]="int32",r[r.bool=2]="bool",r[r.string=3]="string",r[r.complex64=4]="complex64"})(Q||(Q={}));var go;(function(r){r[r.linear=0]="linear",r[r.relu=1]="relu",r[r.relu6=2]="relu6",r[r.prelu=3]="prelu",r[r.leakyrelu=4]="leakyrelu",r[r.sigmoid=5]="sigmoid",r[r.elu=6]="elu"})(go||(go={}));var Y0;function ZU(r){Y0=r.wasm.cwrap(Xn,null,["number","array","number","number","array","number","number","number","number","number","number","number","number"])}function JU(r){let{inputs:e,backend:t,attrs:n}=r,{a:o,b:s,bias:a,preluActivationWeights:u}=e;if(o.dtype!=="float32"||s.dtype!=="float32")throw new Error("_FusedMatMul for non non-float32 tensors not yet supported.");let{transposeA:p,transposeB:i,activation:l,leakyreluAlpha:c}=n,m=t.dataIdMap.get(o.dataId).id,f=t.dataIdMap.get(s.dataId).id,d=0;if(a!=null){let O=t.dataIdMap.get(a.dataId);if(O.shape.length!==1)throw new Error(`_FusedMatMul only supports rank-1 bias but got rank ${O.shape.length}.`);d=O.id}let g=u==null?0:t.dataIdMap.get(u.dataId).id,h=go[l];if(h==null)throw new Error(`${l} activation not yet supported for FusedConv2D in the wasm backend.`);let x=p?o.shape[2]:o.shape[1],v=i?s.shape[1]:s.shape[2],I=wr.assertAndGetBroadcastShape(o.shape.slice(0,-2),s.shape.slice(0,-2)),T=t.makeOutput([...I,x,v],o.dtype),E=t.dataIdMap.get(T.dataId).id,A=new Uint8Array(new Int32Array(o.shape).buffer),R=new Uint8Array(new Int32Array(s.shape).buffer);return Y0(m,A,o.shape.length,f,R,s.shape.length,p,i,h,d,g,c||0,E),T}var Q0={kernelName:Xn,backendName:"wasm",setupFunc:ZU,kernelFunc:JU};function K(r,e){let t;function n(s){t=s.wasm.cwrap(r,null,["number","number","number"])}function o(s){let{backend:a,inputs:{x:u}}=s,p=a.dataIdMap.get(u.dataId).id,i=a.makeOutput(u.shape,e||u.dtype),l=a.dataIdMap.get(i.dataId).id;return b.sizeFromShape(i.shape)===0||t(p,Q[u.dtype],l),i}return{kernelName:r,backendName:"wasm",setupFunc:n,kernelFunc:o}}var Z0=K("Abs");var J0=K(xa);var eN=K(ya);function ge(r,e,t){let n;function o(a){n=a.wasm.cwrap(r,null,["number","array","number","number","array","number","number","number"])}function s(a){let{backend:u,inputs:p}=a,{a:i,b:l}=p,c=u.dataIdMap.get(i.dataId).id,m=u.dataIdMap.get(l.dataId).id,f=t??i.dtype,d=N.assertAndGetBroadcastShape(i.shape,l.shape),g=u.makeOutput(d,f);if(b.sizeFromShape(d)===0)return g;let h=new Uint8Array(new Int32Array(i.shape).buffer),x=new Uint8Array(new Int32Array(l.shape).buffer),v=u.dataIdMap.get(g.dataId).id;return n(c,h,i.shape.length,m,x,l.shape.length,Q[i.dtype],v),g}return{kernelName:r,backendName:"wasm",setupFunc:o,kernelFunc:s}}var eW=!0,tN=ge("Add",eW);var rN;function tW(r){rN=r.wasm.cwrap(Ao,null,["array","number","number","number"])}function rW(r){let{inputs:e,backend:t}=r,n=t.makeOutput(e[0].shape,e[0].dtype);if(b.sizeFromShape(n.shape)===0)return n;let o=e.map(u=>t.dataIdMap.get(u.dataId).id),s=new Uint8Array(new Int32Array(o).buffer),a=t.dataIdMap.get(n.dataId).id;return rN(s,o.length,Q[n.dtype],a),n}var nN={kernelName:Ao,backendName:"wasm",setupFunc:tW,kernelFunc:rW};function zs(r){let{inputs:{x:e},backend:t}=r;if(e.dtype==="string")return mt(t.readSync(e.dataId),e.shape,e.dtype);let n=t.makeOutput(e.shape,e.dtype),o=t.typedArrayFromHeap(e);return t.typedArrayFromHeap(n).set(o),n}var oN={kernelName:an,backendName:"wasm",kernelFunc:zs};var sN;function nW(r){sN=r.wasm.cwrap(pn,null,["number","array","number","number","number","array","number"])}function dr(r){let{inputs:e,backend:t,attrs:n}=r,[o,s]=sW(e.x.shape,n.perm),a=!0;for(let d=0;d<s.length;d++)s[d]!==d&&(a=!1);let u=oW(e.x.shape,n.perm),p={dataId:e.x.dataId,shape:o,dtype:e.x.dtype};if(a){let d=zs({inputs:e,backend:t});return d.shape=u,d}let i=t.makeOutput(u,p.dtype),l=t.dataIdMap.get(p.dataId).id,c=t.dataIdMap.get(i.dataId).id,m=new Uint8Array(new Int32Array(s).buffer),f=new Uint8Array(new Int32Array(p.shape).buffer);return sN(l,f,p.shape.length,Q[p.dtype],c,m,s.length),i}function oW(r,e){let t=new Array(r.length);for(let n=0;n<t.length;n++)t[n]=r[e[n]];return t}function sW(r,e){let t=[],n=[];for(let o=0;o<r.length;++o)r[o]!==1&&t.push(r[o]),r[e[o]]!==1&&n.push(e[o]);for(let o=0;o<n.length;++o){let s=-1;for(let a=0;a<n.length;++a)n[a]>=o&&(s===-1||n[s]>n[a])&&(s=a);n[s]=o}return[t,n]}var aN={kernelName:pn,backendName:"wasm",kernelFunc:dr,setupFunc:nW};function Ot(r,e,t){let n=r.shape,o=r.shape.length,s=b.parseAxisParam(e,n),a=s,u=N.getAxesPermutation(a,o),p=null,i=!1;if(u!=null){let l=new Array(o);for(let f=0;f<l.length;f++)l[f]=n[u[f]];a=N.getInnerMostAxes(a.length,o),p=dr({inputs:{x:r},attrs:{perm:u},backend:t});let c=t.dataIdMap.get(r.dataId).id;t.dataIdMap.get(p.dataId).id!==c&&(i=!0)}return{transposed:p,originalAxes:s,axes:a,inputWasTransposed:i}}var iN;function aW(r){iN=r.wasm.cwrap("All",null,["number, number, number"])}function iW(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,p=e.dataIdMap.get(a.dataId).id,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e);if(f){let I=e.dataIdMap.get(l.dataId).id;i=l,p=I}let d=i.shape.length;N.assertAxesAreInnerMostDims("all",c,d);let[g,h]=N.computeOutAndReduceShapes(i.shape,c),x=b.sizeFromShape(h),v=e.makeOutput(g,a.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;iN(p,x,I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var uN={kernelName:"All",backendName:"wasm",setupFunc:aW,kernelFunc:iW};var pN;function uW(r){pN=r.wasm.cwrap("Any",null,["number, number, number"])}function pW(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,p=e.dataIdMap.get(a.dataId).id,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e);if(f){let I=e.dataIdMap.get(l.dataId).id;i=l,p=I}let d=i.shape.length;N.assertAxesAreInnerMostDims("any",c,d);let[g,h]=N.computeOutAndReduceShapes(i.shape,c),x=b.sizeFromShape(h),v=e.makeOutput(g,a.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;pN(p,x,I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var lN={kernelName:"Any",backendName:"wasm",setupFunc:uW,kernelFunc:pW};function Cm(r){let e;function t(o){e=o.wasm.cwrap(r,null,["number","number","number","number","number"])}function n(o){let{backend:s,inputs:a,attrs:u}=o,{axis:p}=u,{x:i}=a,l=s.dataIdMap.get(i.dataId).id,c=l,m=i,{transposed:f,axes:d,inputWasTransposed:g}=Ot(i,p,s);if(g){let E=s.dataIdMap.get(f.dataId).id;E!==l&&(m=f,c=E)}let h=m.shape.slice(0,-1),x=s.makeOutput(h,"int32"),v=s.dataIdMap.get(x.dataId).id,I=b.sizeFromShape(x.shape),T=m.shape[d[0]];return e(c,Q[m.dtype],I,T,v),g&&s.disposeData(f.dataId),x}return{kernelName:r,backendName:"wasm",setupFunc:t,kernelFunc:n}}var cN=Cm(ba);var mN=Cm(wa);var fN=K(va);var dN=K(Sa);var hN=K(Ia);var gN=ge(Na,!1);var xN=K(Ca);var yN;function lW(r){yN=r.wasm.cwrap(Ro,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function cW(r){let{inputs:e,attrs:t,backend:n}=r,o=e.x,s=n.dataIdMap.get(o.dataId).id,{filterSize:a,strides:u,pad:p,dimRoundingMode:i}=t,l=N.computePool2DInfo(o.shape,a,u,1,p,i),c=l.filterHeight,m=l.filterWidth,f=l.padInfo.top,d=l.padInfo.right,g=l.padInfo.bottom,h=l.padInfo.left,x=l.strideHeight,v=l.strideWidth,I=l.inChannels;if(l.dataFormat!=="channelsLast")throw new Error(`wasm backend does not support dataFormat:'${l.dataFormat}'. Please use 'channelsLast'.`);if(l.dilationWidth!==1||l.dilationHeight!==1)throw new Error(`was backend only supports average pooling with dilation = [1, 1], got [${l.dilationHeight}, ${l.dilationWidth}].`);let T=n.makeOutput(l.outShape,"float32"),E=n.dataIdMap.get(T.dataId).id;return yN(s,o.shape[0],o.shape[1],o.shape[2],c,m,f,d,g,h,x,v,I,E),T}var bN={kernelName:Ro,backendName:"wasm",setupFunc:lW,kernelFunc:cW};var wN;function mW(r){wN=r.wasm.cwrap("AvgPool3D",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function fW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{filterSize:s,strides:a,pad:u,dimRoundingMode:p,dataFormat:i}=n,l=N.computePool3DInfo(o.shape,s,a,1,u,p,i),c=t.makeOutput(l.outShape,o.dtype);return wN(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,l.batchSize,l.inChannels,l.inDepth,l.inHeight,l.inWidth,l.outDepth,l.outHeight,l.outWidth,l.strideDepth,l.strideHeight,l.strideWidth,l.dilationDepth,l.dilationHeight,l.dilationWidth,l.effectiveFilterDepth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.front,l.padInfo.top,l.padInfo.left),c}var vN={kernelName:_a,backendName:"wasm",setupFunc:mW,kernelFunc:fW};var SN;function dW(r){SN=r.wasm.cwrap("AvgPool3DGrad",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function hW(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,{filterSize:a,strides:u,pad:p,dimRoundingMode:i}=n,l=N.computePool3DInfo(s.shape,a,u,1,p,i),c=t.makeOutput(s.shape,s.dtype);return SN(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,l.batchSize,l.inChannels,l.inDepth,l.inHeight,l.inWidth,l.outDepth,l.outHeight,l.outWidth,l.strideDepth,l.strideHeight,l.strideWidth,l.dilationDepth,l.dilationHeight,l.dilationWidth,l.effectiveFilterDepth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.front,l.padInfo.top,l.padInfo.left,l.filterDepth,l.filterHeight,l.filterWidth),c}var IN={kernelName:bl,backendName:"wasm",setupFunc:dW,kernelFunc:hW};var CN;function gW(r){CN=r.wasm.cwrap("AvgPoolGrad",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function xW(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,{filterSize:a,strides:u,pad:p}=n,i=N.computePool2DInfo(s.shape,a,u,1,p),l=t.makeOutput(s.shape,s.dtype);return CN(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(l.dataId).id,i.batchSize,i.inChannels,i.inHeight,i.inWidth,i.outHeight,i.outWidth,i.strideHeight,i.strideWidth,i.dilationHeight,i.dilationWidth,i.effectiveFilterHeight,i.effectiveFilterWidth,i.padInfo.top,i.padInfo.left,i.filterHeight,i.filterWidth),l}var NN={kernelName:yl,backendName:"wasm",setupFunc:gW,kernelFunc:xW};function tt(r){let{inputs:e,attrs:t}=r,{x:n}=e,{shape:o}=t,s=b.sizeFromShape(n.shape),a=b.inferFromImplicitShape(o,s);return b.assert(s===b.sizeFromShape(a),()=>`new shape: ${a}, old shape: ${n.shape}. New shape and old shape must have the same number of elements.`),r.backend.incRef(n.dataId),{dataId:n.dataId,shape:a,dtype:n.dtype}}var _N={kernelName:Qa,backendName:"wasm",kernelFunc:tt};var TN;function yW(r){TN=r.wasm.cwrap(Do,null,["number","array","number","number","array","number","number","number","number"])}function bW(r){let{inputs:e,backend:t,attrs:n}=r,{a:o,b:s}=e,{transposeA:a,transposeB:u}=n;if(o.dtype!=="float32"||s.dtype!=="float32")throw new Error("BatchMatMul for non non-float32 tensors not yet supported.");let p=o.shape.length,i=s.shape.length,l=a?o.shape[p-2]:o.shape[p-1],c=u?s.shape[i-1]:s.shape[i-2],m=a?o.shape[p-1]:o.shape[p-2],f=u?s.shape[i-2]:s.shape[i-1],d=o.shape.slice(0,-2),g=s.shape.slice(0,-2),h=b.sizeFromShape(d),x=b.sizeFromShape(g),I=wr.assertAndGetBroadcastShape(o.shape.slice(0,-2),s.shape.slice(0,-2)).concat([m,f]);b.assert(l===c,()=>`Error in matMul: inner shapes (${l}) and (${c}) of Tensors with shapes ${o.shape} and ${s.shape} and transposeA=${a} and transposeB=${u} must match.`);let T=a?[h,l,m]:[h,m,l],E=u?[x,f,c]:[x,c,f],A=tt({inputs:{x:o},backend:t,attrs:{shape:T}}),R=tt({inputs:{x:s},backend:t,attrs:{shape:E}}),O=t.dataIdMap.get(A.dataId).id,M=t.dataIdMap.get(R.dataId).id,L=a?A.shape[2]:A.shape[1],U=u?R.shape[1]:R.shape[2],z=Math.max(h,x),J=t.makeOutput([z,L,U],A.dtype),ae=t.dataIdMap.get(J.dataId).id,ue=new Uint8Array(new Int32Array(A.shape).buffer),Ee=new Uint8Array(new Int32Array(R.shape).buffer);return TN(O,ue,A.shape.length,M,Ee,R.shape.length,a,u,ae),t.disposeData(A.dataId),t.disposeData(R.dataId),J.shape=I,J}var kN={kernelName:Do,backendName:"wasm",setupFunc:yW,kernelFunc:bW};var cb={};Ae(cb,{addImpl:()=>Gy,bincountImpl:()=>AN,bincountReduceImpl:()=>RN,bitwiseAndImpl:()=>zy,castImpl:()=>Wy,ceilImpl:()=>Hy,concatImpl:()=>sp,equalImpl:()=>qy,expImpl:()=>Ky,expm1Impl:()=>jy,floorDivImpl:()=>Yy,floorImpl:()=>Xy,gatherNdImpl:()=>DN,gatherV2Impl:()=>FN,greaterEqualImpl:()=>Zy,greaterImpl:()=>Qy,lessEqualImpl:()=>eb,lessImpl:()=>Jy,linSpaceImpl:()=>ON,logImpl:()=>tb,maxImpl:()=>PN,maximumImpl:()=>rb,minimumImpl:()=>nb,multiplyImpl:()=>ap,negImpl:()=>MN,notEqualImpl:()=>ob,prodImpl:()=>BN,raggedGatherImpl:()=>UN,raggedRangeImpl:()=>GN,raggedTensorToTensorImpl:()=>qN,rangeImpl:()=>ip,rsqrtImpl:()=>ab,scatterImpl:()=>KN,sigmoidImpl:()=>jN,simpleAbsImpl:()=>EN,sliceImpl:()=>qi,sparseFillEmptyRowsImpl:()=>XN,sparseReshapeImpl:()=>YN,sparseSegmentReductionImpl:()=>QN,sqrtImpl:()=>ZN,squaredDifferenceImpl:()=>ib,staticRegexReplaceImpl:()=>ub,stridedSliceImpl:()=>JN,stringNGramsImpl:()=>up,stringSplitImpl:()=>pp,stringToHashBucketFastImpl:()=>lp,subImpl:()=>lb,tileImpl:()=>e_,topKImpl:()=>r_,transposeImpl:()=>LN,uniqueImpl:()=>mp});function Nm(r,e){Array.isArray(r)||(r=[r]),r.forEach(t=>{t!=null&&b.assert(t.dtype!=="complex64",()=>`${e} does not support complex64 tensors in the CPU backend.`)})}function EN(r){let e=new Float32Array(r.length);for(let t=0;t<r.length;++t)e[t]=Math.abs(r[t]);return e}function De(r){return(e,t,n,o,s)=>{let a=N.assertAndGetBroadcastShape(e,t),u=a.length,p=b.computeStrides(a),i=b.sizeFromShape(a),l=b.getTypedArrayFromDType(s,i),c=e.length,m=t.length,f=b.computeStrides(e),d=b.computeStrides(t),g=N.getBroadcastDims(e,a),h=N.getBroadcastDims(t,a);if(g.length+h.length===0)for(let x=0;x<l.length;++x)l[x]=r(n[x%n.length],o[x%o.length]);else for(let x=0;x<l.length;++x){let v=b.indexToLoc(x,u,p),I=v.slice(-c);g.forEach(R=>I[R]=0);let T=b.locToIndex(I,c,f),E=v.slice(-m);h.forEach(R=>E[R]=0);let A=b.locToIndex(E,m,d);l[x]=r(n[T],o[A])}return[l,a]}}function zi(r){let{inputs:e,backend:t}=r,{real:n,imag:o}=e,s=t.data.get(n.dataId).values,a=t.data.get(o.dataId).values,u=t.makeTensorInfo(n.shape,"complex64"),p=t.data.get(u.dataId);return p.complexTensorInfos={real:t.makeTensorInfo(n.shape,"float32",s),imag:t.makeTensorInfo(o.shape,"float32",a)},u}function _m(r,e,t="float32"){if(t==="complex64"){let o=_m(r,e,"float32"),s=_m(r,e,"float32");return zi({inputs:{real:o,imag:s},backend:r})}let n=b.makeZerosTypedArray(b.sizeFromShape(e),t);return r.makeTensorInfo(e,t,n)}function Uy(r){let{inputs:e,backend:t}=r,{x:n}=e;return t.incRef(n.dataId),{dataId:n.dataId,shape:n.shape,dtype:n.dtype}}function $N(r){let{inputs:e,backend:t}=r,{input:n}=e,o=t.data.get(n.dataId).complexTensorInfos.real,s=t.data.get(o.dataId).values;return t.makeTensorInfo(o.shape,o.dtype,s)}function Wy(r,e,t,n){if(n==="int32"){let o=Int32Array.from(r);return[e,"int32",o]}if(n==="bool"){let o=b.toTypedArray([0],t),[s,a]=De((u,p)=>u!==p?1:0)(e,[],r,o,"bool");return[a,"bool",s]}throw new Error(`Error in Cast: failed to cast ${t} to ${n}`)}function op(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{dtype:s}=n;if(s==="complex64"){if(o.dtype==="complex64")return Uy({inputs:{x:o},backend:t});let l=_m(t,o.shape,o.dtype),c=op({inputs:{x:o},backend:t,attrs:{dtype:"float32"}}),m=zi({inputs:{real:c,imag:l},backend:t});return t.disposeIntermediateTensorInfo(l),t.disposeIntermediateTensorInfo(c),m}if(o.dtype==="complex64"){let l=$N({inputs:{input:o},backend:t}),c=op({inputs:{x:l},backend:t,attrs:{dtype:s}});return t.disposeIntermediateTensorInfo(l),c}if(!b.hasEncodingLoss(o.dtype,s)){let l=Uy({inputs:{x:o},backend:t});return{dataId:l.dataId,shape:l.shape,dtype:s}}let a=t.data.get(o.dataId).values,[u,p,i]=Wy(a,o.shape,o.dtype,s);return t.makeTensorInfo(u,p,i)}function Oe(r,e,t,n){return t==null?({inputs:o,backend:s})=>{let{a,b:u}=o,p=s;Nm([a,u],r);let i=p.data.get(a.dataId).values,l=p.data.get(u.dataId).values,c=a.dtype==="string"?N.fromUint8ToStringArray(i):i,m=a.dtype==="string"?N.fromUint8ToStringArray(l):l,f=n||a.dtype,[d,g]=e(a.shape,u.shape,c,m,f);return p.makeTensorInfo(g,f,d)}:({inputs:o,backend:s})=>{let{a,b:u}=o,p=s;if(a.dtype==="complex64"||u.dtype==="complex64"){let i=op({inputs:{x:a},backend:p,attrs:{dtype:"complex64"}}),l=p.data.get(i.dataId),c=l.complexTensorInfos.real,m=l.complexTensorInfos.imag,f=p.data.get(c.dataId).values,d=p.data.get(m.dataId).values,g=op({inputs:{x:u},backend:p,attrs:{dtype:"complex64"}}),h=p.data.get(g.dataId),x=h.complexTensorInfos.real,v=h.complexTensorInfos.imag,I=p.data.get(x.dataId).values,T=p.data.get(v.dataId).values,[E,A,R]=t(a.shape,u.shape,f,d,I,T),O=p.makeTensorInfo(R,"float32",E),M=p.makeTensorInfo(R,"float32",A),L=zi({inputs:{real:O,imag:M},backend:p});return p.disposeIntermediateTensorInfo(i),p.disposeIntermediateTensorInfo(g),p.disposeIntermediateTensorInfo(O),p.disposeIntermediateTensorInfo(M),L}else{let i=p.data.get(a.dataId).values,l=p.data.get(u.dataId).values,c=n||a.dtype,[m,f]=e(a.shape,u.shape,i,l,c);return p.makeTensorInfo(f,c,m)}}}function Hi(r){return(e,t,n,o,s,a)=>{let u=N.assertAndGetBroadcastShape(e,t),p=b.sizeFromShape(u),i=u.length,l=b.computeStrides(u),c=b.getTypedArrayFromDType("float32",p),m=b.getTypedArrayFromDType("float32",p),f=N.getBroadcastDims(e,u),d=N.getBroadcastDims(t,u),g=N.mergeRealAndImagArrays(n,o),h=N.mergeRealAndImagArrays(s,a),x=e.length,v=b.computeStrides(e),I=t.length,T=b.computeStrides(t);if(f.length+d.length===0)for(let E=0;E<c.length;E++){let A=E%g.length,R=E%h.length,O=r(g[A*2],g[A*2+1],h[R*2],h[R*2+1]);c[E]=O.real,m[E]=O.imag}else for(let E=0;E<c.length;E++){let A=b.indexToLoc(E,i,l),R=A.slice(-x);f.forEach(z=>R[z]=0);let O=b.locToIndex(R,x,v),M=A.slice(-I);d.forEach(z=>M[z]=0);let L=b.locToIndex(M,I,T),U=r(g[O*2],g[O*2+1],h[L*2],h[L*2+1]);c[E]=U.real,m[E]=U.imag}return[c,m,u]}}var Gy=De(((r,e)=>r+e)),wW=Hi(((r,e,t,n)=>({real:r+t,imag:e+n}))),d2e=Oe("Add",Gy,wW);function AN(r,e,t,n,o){let s=b.sizeFromShape(n),a=b.makeZerosTypedArray(o,t);for(let u=0;u<r.length;u++){let p=r[u];if(p<0)throw new Error("Input x must be non-negative!");p>=o||(s>0?a[p]+=e[u]:a[p]+=1)}return a}function RN(r,e,t,n=!1){let o=r.shape[0],s=r.shape[1],a=he([o,t],e.dtype);for(let u=0;u<o;u++)for(let p=0;p<s;p++){let i=r.get(u,p);if(i<0)throw new Error("Input x must be non-negative!");i>=t||(n?a.set(1,u,i):e.size>0?a.set(a.get(u,i)+e.get(u,p),u,i):a.set(a.get(u,i)+1,u,i))}return a}var zy=De(((r,e)=>r&e)),v2e=Oe($n,zy);function lt(r){return(e,t,n)=>{let o=b.getArrayFromDType(t,e.length);for(let s=0;s<e.length;++s)o[s]=r(e[s],n);return o}}function Tm(r,e,t){let n=lt(e);return zt(r,n,t)}function zt(r,e,t){return({inputs:n,attrs:o,backend:s})=>{let{x:a}=n;Nm(a,r);let u=s,p=u.data.get(a.dataId).values,i;if(a.dtype==="string"){if(!Array.isArray(p))throw new Error("String tensor's value was not an instance of Array");i=N.fromUint8ToStringArray(p)}else i=p;let l=t||a.dtype,c=e(i,l,o);return u.makeTensorInfo(a.shape,l,c)}}var Hy=lt(r=>Math.ceil(r)),R2e=zt(An,Hy);function sp(r,e,t,n){let o=b.getArrayFromDType(t,b.sizeFromShape(e));if(n&&t!=="string"){let s=0;r.forEach(a=>{let u=b.sizeFromShape(a.shape);o.set(a.vals,s),s+=u})}else{let s=0;r.forEach(a=>{let u=t==="string"?N.fromUint8ToStringArray(a.vals):a.vals,p=0;for(let i=0;i<a.shape[0];++i){let l=i*e[1]+s;for(let c=0;c<a.shape[1];++c)o[l+c]=u[p++]}s+=a.shape[1]})}return o}var qy=De((r,e)=>r===e?1:0),B2e=Oe(Rn,qy,null,"bool");var Ky=lt(r=>Math.exp(r)),z2e=zt("Exp",Ky,"float32");var jy=lt(r=>Math.expm1(r)),X2e=zt(Dn,jy);var Xy=lt(r=>Math.floor(r)),e$e=zt(Fn,Xy);var Yy=De((r,e)=>Math.floor(r/e)),s$e=Oe(On,Yy,null,"int32");function DN(r,e,t,n,o,s,a,u,p){let i=he([n,s],t);for(let l=0;l<n;l++){let c=[],m=0;for(let f=0;f<o;f++){let d=r[l*o+f];m+=d*a[f],c.push(d)}if(m<0||m>=p/s)throw new Error(`Invalid indices: ${c} does not index into ${u}`);for(let f=0;f<s;f++)i.values[l*s+f]=e.get(...e.indexToLoc(m*s+f))}return i}function FN(r,e,t){let n=he(t,r.dtype);for(let o=0;o<n.size;++o){let a=n.indexToLoc(o).slice(),u=a[0],p=a[2],i=e.locToIndex([u,p]);a[2]=e.values[i];let l=r.locToIndex(a);0<=l&&l<r.values.length&&(n.values[o]=r.values[l])}return n}var Qy=De((r,e)=>r>e?1:0),d$e=Oe(Pn,Qy,null,"bool");var Zy=De((r,e)=>r>=e?1:0),b$e=Oe(Mn,Zy,null,"bool");var Jy=De((r,e)=>r<e?1:0),C$e=Oe(Ln,Jy,null,"bool");var eb=De((r,e)=>r<=e?1:0),E$e=Oe(Bn,eb,null,"bool");function ON(r,e,t){let n=(e-r)/(t-1),o=b.makeZerosTypedArray(t,"float32");o[0]=r;for(let s=1;s<o.length;s++)o[s]=o[s-1]+n;return o}var tb=lt(r=>Math.log(r)),P$e=zt("Log",tb);function PN(r,e,t,n){let o=b.getTypedArrayFromDType(n,b.sizeFromShape(t));for(let s=0;s<o.length;++s){let a=s*e,u=r[a];for(let p=0;p<e;++p){let i=r[a+p];(Number.isNaN(i)||i>u)&&(u=i)}o[s]=u}return o}var rb=De(((r,e)=>Math.max(r,e))),G$e=Oe(Vn,rb);var nb=De(((r,e)=>Math.min(r,e))),j$e=Oe(Un,nb);var ap=De(((r,e)=>r*e)),vW=Hi(((r,e,t,n)=>({real:r*t-e*n,imag:r*n+e*t}))),J$e=Oe(Wn,ap,vW);function MN(r,e,t){let n=b.createScalarValue(-1,t);return ap([],e,n,r,t)}var ob=De(((r,e)=>r!==e?1:0)),iAe=Oe(Gn,ob,null,"bool");function LN(r,e,t,n,o){let s=e.length,a=b.sizeFromShape(e),u=b.computeStrides(e),p=b.computeStrides(o),i=b.getTypedArrayFromDType(t,b.sizeFromShape(o));for(let l=0;l<a;++l){let c=b.indexToLoc(l,s,u),m=new Array(c.length);for(let d=0;d<m.length;d++)m[d]=c[n[d]];let f=b.locToIndex(m,s,p);i[f]=r[l]}return i}function BN(r,e,t,n){let[o,s]=N.computeOutAndReduceShapes(r,n),a=Tt(e,"int32"),u=b.makeZerosTypedArray(b.sizeFromShape(o),a),p=b.sizeFromShape(s);for(let i=0;i<u.length;++i){let l=i*p,c=1;for(let m=0;m<p;++m)c*=t[l+m];u[i]=c}return{outVals:u,outShape:o,outDtype:a}}function SW(r,e,t){r.forEach((n,o)=>{if(n<0||n>=t){let s=b.indexToLoc(o,e.length,b.computeStrides(e)).join(",");throw new Error(`indices[${s}] = ${n} is not in [0, ${t})`)}})}function IW(r,e){for(let t=0;t<r.length;++t){let n=r[t],o=t===r.length-1?e:r[t+1].length;if(n.length===0)throw new Error("Ragged splits may not be empty");if(n[0]<0)throw new Error("Ragged splits must be non-negative");if(n[n.length-1]>o)throw new Error("Ragged splits must not point past values");for(let s=1;s<n.length;++s)if(n[s-1]>n[s])throw new Error("Ragged splits must be sorted in ascending order")}}function CW(r,e,t,n){let o=[],s=0,a=e.length-1+t.length,u=new Array(a).fill(null).map(()=>[0]);IW(t,n);let p=1;for(let i=0;i<e.length-1;++i){p*=e[i];let l=e[i+1];for(let c=1;c<p+1;++c)u[i].push(c*l)}for(let i=0;i<r.length;++i){let l=r[i],c=r[i]+1;for(let m=0;m<t.length;++m){let f=t[m],d=m+e.length-1;if(d>=0){let g=u[d],h=g[g.length-1]-f[l];for(let x=l;x<c;++x)u[d].push(f[x+1]+h)}l=f[l],c=f[c]}c!==l&&(o.push([l,c]),s+=c-l)}return{outSplits:u,valueSlices:o,numValues:s}}function NW(r){let e=[];for(let t=0;t<r.length;++t){let n=r[t].length,o=b.getArrayFromDType("int32",n);e.push(o),r[t].forEach((s,a)=>o[a]=s)}return e}function VN(r,e){let t=r.slice(0,e);for(;t.length<e;)t.push(1);for(let n=e;n<r.length;n++)t[e-1]*=r[n];return t}function _W(r,e,t,n,o,s){let a=VN(e,2)[1],u=VN(s,2)[1],p=0;for(let i of t)for(let l=i[0];l<i[1];++l){for(let c=0;c<n;++c)o[p*u+c]=r[l*a+c];++p}}function TW(r,e,t,n,o){let s=e.slice();s[0]=o;let a=b.getArrayFromDType(t,b.sizeFromShape(s)),u=r.length,p=u===0?0:u/e[0];return _W(r,e,n,p,a,s),[a,s]}function UN(r,e,t,n,o,s,a,u){if(r.length===0)throw new Error("paramsNestedSplits must be non empty");if(e[0].length===0)throw new Error("Split tensors must not be scalars");let p=e[0][0]-1;if(SW(s,a,p),n.length===0)throw new Error("params.rank must be nonzero");let i=n[0],{outSplits:l,valueSlices:c,numValues:m}=CW(s,a,r,i),f=NW(l),d=TW(t,n,o,c,m);return[f,d[0],d[1]]}var WN=2147483647;function GN(r,e,t,n,o,s,a){if(e.length>1)throw new Error("starts must be a scalar or vector");if(o.length>1)throw new Error("limits must be a scalar or vector");if(a.length>1)throw new Error("deltas must be a scalar or vector");let u=e.length===0,p=o.length===0,i=a.length===0,l=[];u||l.push(e[0]),p||l.push(o[0]),i||l.push(a[0]);for(let h=1;h<l.length;++h)if(l[h]!==l[h-1])throw new Error("starts, limits, and deltas must have the same shape");let c=l.length===0?1:l[0],m=b.getArrayFromDType("int32",c+1);m[0]=0;for(let h=0;h<c;++h){let x=u?r[0]:r[h],v=p?n[0]:n[h],I=i?s[0]:s[h];if(I===0)throw new Error("Requires delta != 0");let T;if(I>0&&v<x||I<0&&v>x)T=0;else if(T=Math.ceil(Math.abs((v-x)/I)),T>WN)throw new Error(`Requires ((limit - start) / delta) <= ${WN}`);m[h+1]=m[h]+T}let f=m[c],d=b.getArrayFromDType(t,f),g=0;for(let h=0;h<c;++h){let x=m[h+1]-m[h],v=u?r[0]:r[h],I=i?s[0]:s[h];for(let T=0;T<x;++T)d[g++]=v,v+=I}return[m,d]}var Cr=N.RowPartitionType,sb=class r{constructor(e,t,n,o,s,a,u,p,i,l){this.shape=e,this.shapeShape=t,this.values=n,this.valuesShape=o,this.valuesDType=s,this.defaultValue=a,this.defaultValueShape=u,this.rowPartitionValues=p,this.rowPartitionValuesShapes=i,this.rowPartitionTypes=N.getRowPartitionTypesHelper(l),this.raggedRank=N.getRaggedRank(this.rowPartitionTypes)}getRowPartitionTypeByDimension(e){return this.rowPartitionTypes[0]===Cr.FIRST_DIM_SIZE?this.rowPartitionTypes[e+1]:this.rowPartitionTypes[e]}getRowPartitionTensor(e){return this.rowPartitionTypes[0]===Cr.FIRST_DIM_SIZE?this.rowPartitionValues[e+1]:this.rowPartitionValues[e]}getMaxWidth(e){let t=this.getRowPartitionTensor(e-1);switch(this.getRowPartitionTypeByDimension(e-1)){case Cr.VALUE_ROWIDS:return r.getMaxWidthValueRowID(t);case Cr.ROW_SPLITS:return r.getMaxWidthRowSplit(t);default:throw new Error(`Cannot handle partition type ${Cr[this.getRowPartitionTypeByDimension(e-1)]}`)}}static getMaxWidthRowSplit(e){let t=e.length;if(t===0||t===1)return 0;let n=0;for(let o=0;o<t-1;++o){let s=e[o+1]-e[o];s>n&&(n=s)}return n}static getMaxWidthValueRowID(e){let t=e.length;if(t===0)return 0;let n=0,o=e[0],s=0;for(let a=1;a<t;++a){let u=e[a];u!==o&&(o=u,s=Math.max(a-n,s),n=a)}return Math.max(t-n,s)}tensorShapeFromTensor(e,t,n=!0){if(t.length===0){if(e[0]===-1)return[];throw new Error("The only valid scalar shape tensor is the fully unknown shape specified as -1.")}return HN(e,n)}calculateOutputSize(e){let t=this.valuesShape,n=this.defaultValueShape;N.validateDefaultValueShape(n,t);let o=this.tensorShapeFromTensor(this.shape,this.shapeShape),a=N.combineRaggedTensorToTensorShapes(this.raggedRank,o,t);a[0]<0&&(a[0]=e);for(let u=1;u<=this.raggedRank;++u)a[u]<0&&(a[u]=this.getMaxWidth(u));return a}calculateFirstParentOutputIndex(e,t,n){let o=Math.min(e,n),s=[],a=0;for(let u=0;u<o;++u,a+=t)s.push(a);for(let u=o;u<e;++u)s.push(-1);return b.assert(s.length===e,()=>"Final length of result must be equal to firstDimension."),s}calculateOutputIndexRowSplit(e,t,n,o){let s=e.length,a=[];for(let u=0;u<s-1;++u){let p=e[u+1]-e[u],i=Math.min(o,p),l=t[u];l===-1&&(i=0);for(let c=0;c<i;++c)a.push(l),l+=n;for(let c=0;c<p-i;++c)a.push(-1)}if(s>0&&a.length!==e[s-1])throw new Error("Invalid row split size.");return a}calculateOutputIndexValueRowID(e,t,n,o){let s=e.length,a=[];if(s===0)return[];let u=0,p=e[0];if(p>=t.length)throw new Error(`Got currentValueRowId=${p}, which is not less than ${t.length}`);let i=t[p];a.push(i);for(let l=1;l<s;++l){let c=e[l];if(c===p)i>=0&&(++u,u<o?i+=n:i=-1);else{if(u=0,p=c,c>=t.length)throw new Error(`Got nextValueRowId=${c} which is not less than ${t.length}`);i=t[c]}a.push(i)}if(a.length!==e.length)throw new Error("Invalid row ids.");return a}calculateOutputIndex(e,t,n,o){let s=this.getRowPartitionTensor(e),a=this.getRowPartitionTypeByDimension(e);switch(a){case Cr.VALUE_ROWIDS:return this.calculateOutputIndexValueRowID(s,t,n,o);case Cr.ROW_SPLITS:if(s.length-1>t.length)throw new Error(`Row partition size is greater than output size: ${s.length-1} > ${t.length}`);return this.calculateOutputIndexRowSplit(s,t,n,o);default:throw new Error(`Unsupported partition type: ${Cr[a]}`)}}getFirstDimensionSize(){let e=this.rowPartitionValues[0];if(this.rowPartitionTypes.length===0)throw new Error("No row_partition_types given.");let t=this.rowPartitionTypes[0];switch(t){case Cr.FIRST_DIM_SIZE:return e[0];case Cr.VALUE_ROWIDS:throw new Error("Cannot handle VALUE_ROWIDS in first dimension.");case Cr.ROW_SPLITS:return this.rowPartitionValuesShapes[0][0]-1;default:throw new Error(`Cannot handle type ${Cr[t]}`)}}compute(){if(this.rowPartitionValues[0].length<=0)throw new Error("Invalid first partition input. Tensor requires at least one element.");let t=this.getFirstDimensionSize(),n=this.calculateOutputSize(t),o=new Array(this.raggedRank+1);o[o.length-1]=1;for(let p=o.length-2;p>=0;--p)o[p]=o[p+1]*n[p+1];let s=HN(n,!1),a=b.getArrayFromDType(this.valuesDType,b.sizeFromShape(s));if(o[0]*n[0]>0){let p=this.calculateFirstParentOutputIndex(t,o[0],n[0]);for(let i=1;i<=this.raggedRank;++i)p=this.calculateOutputIndex(i-1,p,o[i],n[i]);this.setOutput(this.raggedRank,p,a,s)}return[s,a]}setOutput(e,t,n,o){if(n.length===0)return;let s=this.values,a=n,u=o.slice();u=u.slice(e+1);let p=b.sizeFromShape(u),i=t.length,l=this.defaultValue;if(l.length!==p&&l.length!==1){let d=this.defaultValueShape;ie(()=>{let g=F(l,d);l=so(g,u).dataSync()})}let c=0,m=0,f=0;for(let d=0;d<=i;++d){let g=d<i?t[d]:-1;if(g===f){++f;continue}if(m<f){let h=s.subarray(c*p),x=a.subarray(m*p),v=(f-m)*p;zN(x,h,v)}if(d>=i){let h=n.length;g=Math.floor(h/p)}if(g>f)if(this.defaultValue.length===1)a.subarray(f*p,g*p).fill(this.defaultValue[0]),f=g;else for(;g>f;){let h=a.slice(f*p);zN(h,l,p),++f}g<0?(c=d+1,m=f):(c=d,m=f,f=m+1)}}};function zN(r,e,t){for(let n=0;n<t;n++)r[n]=e[n]}function HN(r,e){let t=[];for(let n of r){if(n<0){if(!e)throw new Error(`Dimension ${n} must be >= 0`);if(n<-1)throw new Error(`Dimension ${n} must be >= -1`);n=-1}t.push(n)}return t}function qN(r,e,t,n,o,s,a,u,p,i){return new sb(r,e,t,n,o,s,a,u,p,i).compute()}function ip(r,e,t,n){let o=r===e,s=r<e&&t<0,a=e<r&&t>1;if(o||s||a)return b.makeZerosTypedArray(0,n);let u=Math.abs(Math.ceil((e-r)/t)),p=b.makeZerosTypedArray(u,n);e<r&&t===1&&(t=-1),p[0]=r;for(let i=1;i<p.length;i++)p[i]=p[i-1]+t;return p}var ab=lt(r=>1/Math.sqrt(r)),CAe=zt(Hn,ab);function KN(r,e,t,n,o,s,a,u,p,i){let l=[n/o,o],c=r.values,m=e.values;if(n===0)return he(t,e.dtype);let f=p instanceof lr?p:he(l,e.dtype);typeof p=="string"||typeof p=="number"?f.values.fill(p):typeof p=="boolean"&&f.values.fill(+p);for(let d=0;d<s;d++){let g=[],h=0;for(let x=0;x<a;x++){let v=c[d*a+x];g.push(v),h+=v*u[x]}if(h<0||h>=n/o)throw new Error(`Invalid indices: ${g} does not index into ${t}`);for(let x=0;x<o;x++)i?f.values[h*o+x]+=m[d*o+x]:f.values[h*o+x]=e.rank===0?m[0]:m[d*o+x]}return f}var jN=lt(r=>1/(1+Math.exp(-r))),AAe=Tm(qn,r=>1/(1+Math.exp(-r)));function qi(r,e,t,n,o){let s=nt.isSliceContinous(n,e,t),a=b.sizeFromShape(t),u=b.computeStrides(n);if(s){let c=nt.computeFlatOffset(e,u);return o==="string"?r.slice(c,c+a):r.subarray(c,c+a)}let p=o==="string"?N.fromUint8ToStringArray(r):r,i=he(n,o,p),l=he(t,o);for(let c=0;c<l.size;++c){let m=l.indexToLoc(c),f=m.map((d,g)=>d+e[g]);l.set(i.get(...f),...m)}return o==="string"?N.fromStringArrayToUint8(l.values):l.values}function XN(r,e,t,n,o,s,a){let u=e[0],p=s[0],i=new Array(p),l=new Array(u),c=e[1];if(p===0){if(u!==0)throw new Error(N.getSparseFillEmptyRowsIndicesDenseShapeMismatch(u));let h=b.getArrayFromDType(t,0),x=b.getArrayFromDType(o,0);return[h,[0,c],x,i,l]}let m=!0,f=0,d=new Array(p).fill(0);for(let h=0;h<u;++h){let x=r[h*c];if(x<0)throw new Error(N.getSparseFillEmptyRowsNegativeIndexErrorMessage(h,x));if(x>=p)throw new Error(N.getSparseFillEmptyRowsOutOfRangeIndexErrorMessage(h,x,p));++d[x],m=m&&x>=f,f=x}let g=!0;for(let h=0;h<p;++h){let x=d[h]===0;i[h]=x,g=g&&!x,d[h]=Math.max(d[h],1),h>0&&(d[h]+=d[h-1])}if(g&&m){let h=r,x=n;for(let v=0;v<u;++v)l[v]=v;return[h,[u,c],x,i,l]}else{let h=d[p-1],x=b.getArrayFromDType(t,h*c),v=b.getArrayFromDType(o,h),I=new Array(p).fill(0);for(let T=0;T<u;++T){let E=r[T*c],A=I[E],R=(E===0?0:d[E-1])+A;I[E]++;for(let O=0;O<c;++O)x[R*c+O]=r[T*c+O];v[R]=n[T],l[T]=R}for(let T=0;T<p;++T)if(I[T]===0){let A=T===0?0:d[T-1];x[A*c+0]=T;for(let R=1;R<c;++R)x[A*c+R]=0;v[A]=a}return[x,[h,c],v,i,l]}}function YN(r,e,t,n,o){let s=b.sizeFromShape(n),a=e[0],u=o.length,p=[],i=1,l=-1;for(let h=0;h<u;++h){let x=o[h];if(x===-1){if(l!==-1)throw new Error(N.getSparseReshapeMultipleNegativeOneOutputDimErrorMessage(l,h));l=h,p.push(1)}else{if(x<0)throw new Error(N.getSparseReshapeNegativeOutputDimErrorMessage(h,x));i*=x,p.push(x)}}if(l!==-1){if(i<=0)throw new Error(N.getSparseReshapeEmptyTensorZeroOutputDimErrorMessage());let h=Math.trunc(s/i);if(i*h!==s)throw new Error(N.getSparseReshapeInputOutputMultipleErrorMessage(n,p));p[l]=h}if(b.sizeFromShape(p)!==s)throw new Error(N.getSparseReshapeInputOutputMismatchErrorMessage(n,p));let m=n.length,f=[];if(m>0){f[m-1]=1;for(let h=m-2;h>=0;--h)f[h]=f[h+1]*n[h+1]}let d=[];if(u>0){d[u-1]=1;for(let h=u-2;h>=0;--h)d[h]=d[h+1]*p[h+1]}let g=b.getArrayFromDType(t,a*u);for(let h=0;h<a;++h){let x=0;for(let v=0;v<m;++v)x+=r[h*m+v]*f[v];for(let v=0;v<u;++v)g[h*u+v]=Math.trunc(x/d[v]),x%=d[v]}return[g,[a,u],p]}function QN(r,e,t,n,o,s=!1,a=0){let u=n.length,p=[e[0],r.length/e[0]],i=p[1],c=u>0?o[u-1]+1:0;if(c<0)throw new Error(N.getSparseSegmentReductionNegativeSegmentIdsErrorMessage());let m=e.slice();m[0]=c;let f=m.reduce((I,T)=>I*T,1),d=b.getArrayFromDType(t,f);if(u===0)return c>0&&d.fill(a),[d,m];if(c<=0)throw new Error(N.getSparseSegmentReductionNegativeSegmentIdsErrorMessage());let g=0,h=1,x=0,v=o[g];for(;;){let I=0;if(h<u){if(I=o[h],v===I){++h;continue}if(v>=I)throw new Error(N.getSparseSegmentReductionNonIncreasingSegmentIdsErrorMessage())}if(v<0||v>=c)throw new Error(N.getSparseSegmentReductionSegmentIdOutOfRangeErrorMessage(v,c));v>x&&d.fill(a,x*i,v*i);for(let T=g;T<h;++T){let E=n[T];if(E<0||E>=p[0])throw new Error(N.getSparseSegmentReductionIndicesOutOfRangeErrorMessage(T,n[T],p[0]));for(let A=0;A<i;A++)d[v*i+A]+=r[E*i+A]}if(s)for(let T=0;T<i;T++)d[v*i+T]/=h-g;if(g=h,++h,x=v+1,v=I,h>u)break}return x<c&&d.fill(a,x*i,c*i),[d,m]}var ZN=lt(r=>Math.sqrt(r)),zAe=Tm(Kn,r=>Math.sqrt(r));var ib=De(((r,e)=>{let t=r-e;return t*t})),XAe=Oe(jn,ib);var ub=lt((r,e)=>{let{pattern:t,replaceGlobal:n,rewrite:o}=e;return r.replace(new RegExp(t,n?"g":""),o)}),eRe=zt(li,ub);function JN(r,e,t,n){let o=he(r,e.dtype);for(let s=0;s<o.size;s++){let a=o.indexToLoc(s),u=new Array(a.length);for(let p=0;p<u.length;p++)u[p]=a[p]*t[p]+n[p];o.set(e.get(...u),...a)}return o}var pb=class{constructor(e,t,n,o,s,a){this.separator=b.encodeString(e),this.nGramWidths=t,this.leftPad=b.encodeString(n),this.rightPad=b.encodeString(o),this.padWidth=s,this.preserveShort=a}getPadWidth(e){return Math.min(this.padWidth<0?e-1:this.padWidth,e-1)}getNumNGrams(e,t){let n=this.getPadWidth(t);return Math.max(0,e+2*n-t+1)}createNGrams(e,t,n,o,s,a){for(let u=0;u<s;++u){let p=this.getPadWidth(a),i=Math.max(0,p-u),l=Math.max(0,p-(s-(u+1))),c=a-(i+l),m=t+(i>0?0:u-p),f=0;f+=i*this.leftPad.length;for(let v=0;v<c;++v)f+=e[m+v].length;f+=l*this.rightPad.length;let d=i+l+c-1;f+=d*this.separator.length,n[o+u]=new Uint8Array(f);let g=n[o+u],h=0,x=v=>v.forEach(I=>g[h++]=I);for(let v=0;v<i;++v)x(this.leftPad),x(this.separator);for(let v=0;v<c-1;++v)x(e[m+v]),x(this.separator);if(c>0){x(e[m+c-1]);for(let v=0;v<l;++v)x(this.separator),x(this.rightPad)}else{for(let v=0;v<l-1;++v)x(this.rightPad),x(this.separator);x(this.rightPad)}}}compute(e,t){let n=e.length,o=t.length;if(o>0){let p=t[0];if(p!==0)throw new Error(`First split value must be 0, got ${p}`);for(let i=1;i<o;++i){let l=t[i]>=p;if(l=l&&t[i]<=n,!l)throw new Error(`Invalid split value ${t[i]}, must be in [${p}, ${n}]`);p=t[i]}if(p!==n)throw new Error(`Last split value must be data size. Expected ${n}, got ${p}`)}let s=o-1,a=b.getArrayFromDType("int32",o);if(n===0||o===0){let p=new Array(n);for(let i=0;i<=s;++i)a[i]=0;return[p,a]}a[0]=0;for(let p=1;p<=s;++p){let i=t[p]-t[p-1],l=0;this.nGramWidths.forEach(c=>{l+=this.getNumNGrams(i,c)}),this.preserveShort&&i>0&&l===0&&(l=1),a[p]=a[p-1]+l}let u=new Array(a[s]);for(let p=0;p<s;++p){let i=t[p],l=a[p];if(this.nGramWidths.forEach(c=>{let m=t[p+1]-t[p],f=this.getNumNGrams(m,c);this.createNGrams(e,i,u,l,f,c),l+=f}),this.preserveShort&&l===a[p]){let c=t[p+1]-t[p];if(c===0)continue;let m=c+2*this.padWidth;this.createNGrams(e,i,u,l,1,m)}}return[u,a]}};function up(r,e,t,n,o,s,a,u){return new pb(t,n,o,s,a,u).compute(r,e)}function kW(r,e,t,n){if(!r.length)return;if(e.length===0){for(let s=0;s<r.length;++s)n.push(r.subarray(s,s+1));return}if(e.length===1){let s=e[0],a=r.indexOf(s);for(;a!==-1;){let u=r.subarray(0,a);(!t||u.length!==0)&&n.push(u),r=r.subarray(a+1),a=r.indexOf(s)}(!t||r.length!==0)&&n.push(r);return}let o=0;for(let s=0;s<r.length+1;s++)if(s===r.length||e.indexOf(r[s])!==-1){let a=r.subarray(o,s);(!t||a.length!==0)&&n.push(a),o=s+1}}function pp(r,e,t){let n=r.length,o=[],s=0,a=0,u=new Array(n);for(let m=0;m<n;++m){let f=o.length;kW(r[m],e,t,o);let d=o.length-f;u[m]=d,s+=d,a=Math.max(a,d)}let p=b.getArrayFromDType("int32",s*2),i=new Array(s),l=[n,a],c=0;for(let m=0;m<n;++m)for(let f=0;f<u[m];++f)p[c*2]=m,p[c*2+1]=f,i[c]=o[c],++c;return[p,i,l]}function lp(r,e){let t=b.getArrayFromDType("int32",r.length);for(let n=0;n<r.length;++n)t[n]=b.fingerPrint64(r[n]).modulo(e).getLowBitsUnsigned();return t}var lb=De(((r,e)=>r-e)),EW=Hi(((r,e,t,n)=>({real:r-t,imag:e-n}))),fRe=Oe("Sub",lb,EW);function e_(r,e){let t=new Array(r.rank);for(let o=0;o<t.length;o++)t[o]=r.shape[o]*e[o];let n=he(t,r.dtype);for(let o=0;o<n.values.length;++o){let s=n.indexToLoc(o),a=new Array(r.rank);for(let p=0;p<a.length;p++)a[p]=s[p]%r.shape[p];let u=r.locToIndex(a);n.values[o]=r.values[u]}return n}var cp=(r,e)=>{let t=e.value-r.value;return t===0?r.index-e.index:t};function t_(r,e,t=0,n=r.length-1){for(;n>t;){if(n-t>600){let u=n-t+1,p=e-t+1,i=Math.log(u),l=.5*Math.exp(2*i/3),c=.5*Math.sqrt(i*l*(u-l)/u)*Math.sign(p-u/2),m=Math.max(t,Math.floor(e-p*l/u+c)),f=Math.min(n,Math.floor(e+(u-p)*l/u+c));t_(r,e,m,f)}let o=r[e],s=t,a=n;for(b.swap(r,t,e),cp(r[n],o)>0&&b.swap(r,t,n);s<a;){for(b.swap(r,s,a),s++,a--;cp(r[s],o)<0;)s=s+1;for(;cp(r[a],o)>0;)a=a-1}cp(r[t],o)===0?b.swap(r,t,a):(a=a+1,b.swap(r,a,n)),a<=e&&(t=a+1),e<=a&&(n=a-1)}}function r_(r,e,t,n,o){let s=e[e.length-1],[a,u]=[r.length/s,s],p=b.getTypedArrayFromDType(t,a*n),i=b.getTypedArrayFromDType("int32",a*n);for(let c=0;c<a;c++){let m=c*u,f=r.subarray(m,m+u),d=new Array(f.length);f.forEach((v,I)=>d[I]={value:v,index:I}),n<d.length&&(t_(d,n),d=d.slice(0,n)),o&&d.sort(cp);let g=c*n,h=p.subarray(g,g+n),x=i.subarray(g,g+n);for(let v=0;v<n;v++)h[v]=d[v].value,x[v]=d[v].index}let l=e.slice();return l[l.length-1]=n,[he(l,t,p),he(l,"int32",i)]}function mp(r,e,t,n){let o=b.parseAxisParam(e,t)[0],s=[1,t[0],1];for(let d=0;d<o;d++)s[0]*=t[d];s[1]=t[o];for(let d=o+1;d<t.length;d++)s[2]*=t[d];let a=new Map,u=new Int32Array(t[o]),p=new lr(s,n,r),i=[],l=s[0]===1&&s[2]===1;for(let d=0;d<t[o];d++){let g;if(l)g=r[d].toString();else{let x=[];for(let v=0;v<s[0];v++)for(let I=0;I<s[2];I++)x.push(p.get(v,d,I));g=x.join(",")}let h=a.get(g);if(h!=null)u[d]=h;else{let x=a.size;a.set(g,x),u[d]=x,i.push(d)}}let c=s.slice();c[1]=a.size;let m=new lr(c,n);i.forEach((d,g)=>{for(let h=0;h<s[0];h++)for(let x=0;x<s[2];x++)m.set(p.get(h,d,x),h,g,x)});let f=t.slice();return f[o]=c[1],{outputValues:m.values,outputShape:f,indices:u}}function Nr(r){let{inputs:{x:e},attrs:{begin:t,size:n},backend:o}=r,[s,a]=nt.parseSliceParams(e,t,n),u=nt.isSliceContinous(e.shape,s,a),p=o.readSync(e.dataId),i=o.makeOutput(a,e.dtype),l=b.computeStrides(e.shape),c=o.dataIdMap.get(i.dataId);if(u){let d=nt.computeFlatOffset(s,l);return e.dtype==="string"?c.stringBytes=p.slice(d,d+b.sizeFromShape(a)):o.typedArrayFromHeap(i).set(p.subarray(d,d+b.sizeFromShape(a))),i}if(e.dtype==="string"){let d=qi(p,s,a,e.shape,e.dtype);return c.stringBytes=d,i}let m=o.typedArrayFromHeap(i),f=e.shape.length;if(f===2)$W(p,l[0],m,s,a);else if(f===3)AW(p,l[0],l[1],m,s,a);else if(f===4)RW(p,l[0],l[1],l[2],m,s,a);else{let d=qi(p,s,a,e.shape,e.dtype);m.set(d)}return i}function $W(r,e,t,n,o){let s=0,a=n[0],u=n[1],p=a+o[0];for(let i=a;i<p;i++){let l=i*e+u;t.set(r.subarray(l,l+o[1]),s),s+=o[1]}}function AW(r,e,t,n,o,s){let a=0,u=o[0],p=o[1],i=o[2],l=u+s[0],c=p+s[1];for(let m=u;m<l;m++)for(let f=p;f<c;f++){let d=m*e+f*t+i;n.set(r.subarray(d,d+s[2]),a),a+=s[2]}}function RW(r,e,t,n,o,s,a){let u=0,p=s[0],i=s[1],l=s[2],c=p+a[0],m=i+a[1],f=l+a[2],d=s[3];for(let g=p;g<c;g++)for(let h=i;h<m;h++)for(let x=l;x<f;x++){let v=g*e+h*t+x*n+d;o.set(r.subarray(v,v+a[3]),u),u+=a[3]}}var n_={kernelName:fs,backendName:"wasm",kernelFunc:Nr};function DW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{blockShape:s,crops:a}=n,u=s.reduce((x,v)=>x*v),p=N.getReshaped(o.shape,s,u),i=N.getPermuted(p.length,s.length),l=N.getReshapedPermuted(o.shape,s,u),c=N.getSliceBeginCoords(a,s.length),m=N.getSliceSize(l,a,s.length),f=tt({inputs:{x:o},backend:t,attrs:{shape:p}}),d=dr({inputs:{x:f},backend:t,attrs:{perm:i}}),g=tt({inputs:{x:d},backend:t,attrs:{shape:l}}),h=Nr({inputs:{x:g},backend:t,attrs:{begin:c,size:m}});return t.disposeData(f.dataId),t.disposeData(d.dataId),t.disposeData(g.dataId),h}var o_={kernelName:Ta,backendName:"wasm",kernelFunc:DW};var s_;function FW(r){s_=r.wasm.cwrap(Fo,null,["number","number","boolean","number","number","number"])}function OW(r){let{backend:e,inputs:t,attrs:n}=r,{x:o,weights:s}=t,{size:a}=n,u=s.shape.reduce((c,m)=>c*m,1)!==0,p=o.shape.length===1?[a]:[o.shape[0],a],i=e.makeOutput(p,s.dtype);function l(c){return e.dataIdMap.get(c.dataId).id}return s_(l(o),a,u,l(s),Q[s.dtype],l(i)),i}var a_={kernelName:Fo,backendName:"wasm",setupFunc:FW,kernelFunc:OW};var PW=!0,i_=ge($n,PW);function MW(r){let{inputs:e,backend:t}=r,{s0:n,s1:o}=e,s=t.typedArrayFromHeap(n),a=t.typedArrayFromHeap(o),u=N.assertAndGetBroadcastShape(Array.from(s),Array.from(a));return t.makeOutput([u.length],"int32",void 0,new Int32Array(u))}var u_={kernelName:ka,backendName:"wasm",kernelFunc:MW};function Ht(r){let{inputs:{x:e},attrs:{dtype:t},backend:n}=r,o=n.makeOutput(e.shape,t),s=n.typedArrayFromHeap(e);return n.typedArrayFromHeap(o).set(s),o}var p_={kernelName:sn,backendName:"wasm",kernelFunc:Ht};var l_=K(An);var c_;function LW(r){c_=r.wasm.cwrap(Oo,null,["number","number","number","number"])}function BW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{clipValueMin:s,clipValueMax:a}=n,u=t.dataIdMap.get(o.dataId).id,p=t.makeOutput(o.shape,o.dtype),i=t.dataIdMap.get(p.dataId).id;return c_(u,s,a,i),p}var m_={kernelName:Oo,backendName:"wasm",setupFunc:LW,kernelFunc:BW};function mb(r){let{inputs:e,backend:t}=r,n=b.parseAxisParam(r.attrs.axis,e[0].shape)[0],o=e.map(f=>f.shape);N.assertParamsConsistent(o,n);let s=N.computeOutShape(e.map(f=>f.shape),n),a=e.filter(f=>b.sizeFromShape(f.shape)>0);if(a.length===1)return zs({inputs:{x:a[0]},backend:t});let u=t.makeOutput(s,e[0].dtype);if(b.sizeFromShape(s)===0)return u;if(a[0].dtype==="string"){let f=a.map(I=>{let E=[-1,b.sizeFromShape(I.shape.slice(n))];return tt({inputs:{x:I},backend:t,attrs:{shape:E}})}),d=f.map(I=>({vals:t.readSync(I.dataId),shape:I.shape}));s=N.computeOutShape(f.map(I=>I.shape),1);let g=f[0].shape[0]===1,h=sp(d,s,e[0].dtype,g),x=N.computeOutShape(a.map(I=>I.shape),n);u.shape=x;let v=t.dataIdMap.get(u.dataId);return v.stringBytes=N.fromStringArrayToUint8(h),f.forEach(I=>t.disposeData(I.dataId)),u}let p=b.sizeFromShape(a[0].shape.slice(0,n)),i=0,l=a.map(f=>{let d=b.sizeFromShape(f.shape.slice(n));return i+=d,d}),c=a.map(f=>t.typedArrayFromHeap(f)),m=t.typedArrayFromHeap(u);for(let f=0;f<p;f++){let d=f*i;for(let g=0;g<c.length;g++){let h=l[g],x=f*h,v=c[g].subarray(x,x+h);m.set(v,d),d+=h}}return u}var f_={kernelName:Ea,backendName:"wasm",kernelFunc:mb};var d_;function VW(r){d_=r.wasm.cwrap(Po,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function UW(r){let{inputs:e,attrs:t,backend:n}=r,{x:o,filter:s}=e,a=n.dataIdMap.get(o.dataId).id,u=n.dataIdMap.get(s.dataId).id,{strides:p,dilations:i,pad:l,dimRoundingMode:c,dataFormat:m}=t,f=N.convertConv2DDataFormat(m),d=N.computeConv2DInfo(o.shape,s.shape,p,i,l,c,!1,f),g=d.filterHeight,h=d.filterWidth,x=d.padInfo.top,v=d.padInfo.right,I=d.padInfo.bottom,T=d.padInfo.left,E=d.dilationHeight,A=d.dilationWidth,R=d.strideHeight,O=d.strideWidth,M=d.inChannels,L=d.outChannels,U=d.padInfo.type==="SAME"?1:0;if(d.dataFormat!=="channelsLast")throw new Error(`wasm backend Conv2D does not support dataFormat:'${d.dataFormat}'. Please use 'channelsLast'.`);let z=n.makeOutput(d.outShape,"float32"),J=n.dataIdMap.get(z.dataId).id;return d_(a,o.shape[0],o.shape[1],o.shape[2],u,g,h,x,v,I,T,U,E,A,R,O,M,L,J),z}var h_={kernelName:Po,backendName:"wasm",setupFunc:VW,kernelFunc:UW};var g_;function WW(r){g_=r.wasm.cwrap(Mo,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function GW(r){let{backend:e,inputs:t,attrs:n}=r,{dy:o,filter:s}=t,{strides:a,pad:u,dataFormat:p,dimRoundingMode:i,inputShape:l}=n,c=1,m=N.convertConv2DDataFormat(p),f=N.computeConv2DInfo(l,s.shape,a,c,u,i,!1,m),{batchSize:d,filterHeight:g,filterWidth:h,inChannels:x,inHeight:v,inWidth:I,outChannels:T,outHeight:E,outWidth:A,strideHeight:R,strideWidth:O}=f,M=g-1-f.padInfo.top,L=h-1-f.padInfo.left,U=f.dataFormat==="channelsLast",z=b.computeStrides(f.inShape),J=b.computeStrides(o.shape),[ae,ue,Ee]=b.computeStrides(s.shape),pe=z[0],$e=U?z[1]:z[2],Xe=U?z[2]:1,it=U?1:z[1],Et=J[0],Ze=U?J[1]:J[2],rt=U?J[2]:1,Re=U?1:J[1],gr=e.makeOutput(f.inShape,"float32"),ar=e.dataIdMap.get(gr.dataId).id,Jr=e.dataIdMap.get(o.dataId).id,cu=e.dataIdMap.get(s.dataId).id;return g_(Jr,cu,d,g,h,v,I,x,E,A,T,R,O,M,L,ae,ue,Ee,pe,$e,Xe,it,Et,Ze,rt,Re,ar),gr}var x_={kernelName:Mo,backendName:"wasm",setupFunc:WW,kernelFunc:GW};var y_;function zW(r){y_=r.wasm.cwrap(Lo,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function HW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dilations:p}=n;if(o.dtype!=="float32")throw new Error(`Tensor x must have dtype float32, got ${o.dtype}`);if(s.dtype!=="float32")throw new Error(`Tensor filter must have dtype float32, got ${s.dtype}`);let i=N.computeConv3DInfo(o.shape,s.shape,a,p,u),l=t.makeOutput(i.outShape,o.dtype);return y_(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(l.dataId).id,i.batchSize,i.inDepth,i.inHeight,i.inWidth,i.inChannels,i.outDepth,i.outHeight,i.outWidth,i.outChannels,i.strideDepth,i.strideHeight,i.strideWidth,i.dilationDepth,i.dilationHeight,i.dilationWidth,i.filterDepth,i.filterHeight,i.filterWidth,i.padInfo.front,i.padInfo.top,i.padInfo.left),l}var b_={kernelName:Lo,backendName:"wasm",setupFunc:zW,kernelFunc:HW};var w_;function qW(r){w_=r.wasm.cwrap(Nu,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function KW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,dy:s}=e,{strides:a,pad:u,filterShape:p}=n;if(o.dtype!=="float32")throw new Error(`Tensor dy must have dtype float32, got ${o.dtype}`);if(s.dtype!=="float32")throw new Error(`Tensor filter must have dtype float32, got ${s.dtype}`);let i=N.computeConv3DInfo(o.shape,p,a,1,u),l=t.makeOutput(i.filterShape,s.dtype);return w_(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(l.dataId).id,i.batchSize,i.inDepth,i.inHeight,i.inWidth,i.inChannels,i.outDepth,i.outHeight,i.outWidth,i.outChannels,i.strideDepth,i.strideHeight,i.strideWidth,i.dilationDepth,i.dilationHeight,i.dilationWidth,i.filterDepth,i.filterHeight,i.filterWidth,i.padInfo.front,i.padInfo.top,i.padInfo.left),l}var v_={kernelName:Nu,backendName:"wasm",setupFunc:qW,kernelFunc:KW};var S_;function jW(r){S_=r.wasm.cwrap(Bo,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function XW(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,filter:s}=e,{pad:a,strides:u,inputShape:p}=n;if(o.dtype!=="float32")throw new Error(`Tensor dy must have dtype float32, got ${o.dtype}`);if(s.dtype!=="float32")throw new Error(`Tensor filter must have dtype float32, got ${s.dtype}`);let i=N.computeConv3DInfo(p,s.shape,u,1,a),l=t.makeOutput(i.inShape,o.dtype);return S_(t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(l.dataId).id,i.batchSize,i.inDepth,i.inHeight,i.inWidth,i.inChannels,i.outDepth,i.outHeight,i.outWidth,i.outChannels,i.strideDepth,i.strideHeight,i.strideWidth,i.dilationDepth,i.dilationHeight,i.dilationWidth,i.filterDepth,i.filterHeight,i.filterWidth,i.padInfo.front,i.padInfo.top,i.padInfo.left),l}var I_={kernelName:Bo,backendName:"wasm",setupFunc:jW,kernelFunc:XW};var C_=K("Cos");var N_=K($a);var fb;(function(r){r[r.bilinear=0]="bilinear",r[r.nearest=1]="nearest"})(fb||(fb={}));var __;function YW(r){__=r.wasm.cwrap(Wo,null,["number","number","number","number","array","number","number","number","number","number"])}function QW(r){let{backend:e,inputs:t,attrs:n}=r,{method:o,extrapolationValue:s,cropSize:a}=n,{image:u,boxes:p,boxInd:i}=t,l=p.shape[0],[c,m]=a,f=[l,c,m,u.shape[3]],d=e.dataIdMap.get(u.dataId),g;u.dtype!=="float32"&&(g=Ht({backend:e,inputs:{x:u},attrs:{dtype:"float32"}}),d=e.dataIdMap.get(g.dataId));let h=d.id,x=e.dataIdMap.get(p.dataId).id,v=e.dataIdMap.get(i.dataId).id,I=e.makeOutput(f,"float32"),T=e.dataIdMap.get(I.dataId).id,E=new Uint8Array(new Int32Array(u.shape).buffer);return __(h,x,v,l,E,c,m,fb[o],s,T),g!=null&&e.disposeData(g.dataId),I}var T_={kernelName:Wo,backendName:"wasm",setupFunc:YW,kernelFunc:QW};var k_;function ZW(r){k_=r.wasm.cwrap(Vo,null,["number","number","number","number","number","number"])}function JW(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,exclusive:a,reverse:u}=n,p=o.shape.length;b.assert(o.dtype==="float32"||o.dtype==="int32",()=>`cumprod does not support ${o.dtype} tensors in the WASM backend`);let i=N.getAxesPermutation([s],p),l=o;i!==null&&(l=dr({inputs:{x:o},attrs:{perm:i},backend:t}));let c=N.getInnerMostAxes(1,p)[0];N.assertAxesAreInnerMostDims("cumprod",[c],p);let m=t.makeOutput(l.shape,l.dtype),f=l.shape[c],d=t.dataIdMap.get(l.dataId).id,g=t.dataIdMap.get(m.dataId).id;k_(d,a?1:0,u?1:0,f,g,Q[o.dtype]);let h=m;if(i!==null){let x=N.getUndoAxesPermutation(i);h=dr({inputs:{x:m},attrs:{perm:x},backend:t}),t.disposeData(l.dataId),t.disposeData(m.dataId)}return h}var E_={kernelName:Vo,backendName:"wasm",setupFunc:ZW,kernelFunc:JW};var $_;function eG(r){$_=r.wasm.cwrap(Uo,null,["number","number","number","number","number","number"])}function tG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,exclusive:a,reverse:u}=n,p=o.shape.length;b.assert(o.dtype==="float32"||o.dtype==="int32",()=>`cumsum does not support ${o.dtype} tensors in the WASM backend`);let i=N.getAxesPermutation([s],p),l=o;i!==null&&(l=dr({inputs:{x:o},attrs:{perm:i},backend:t}));let c=N.getInnerMostAxes(1,p)[0];N.assertAxesAreInnerMostDims("cumsum",[c],p);let m=t.makeOutput(l.shape,l.dtype),f=l.shape[c],d=t.dataIdMap.get(l.dataId).id,g=t.dataIdMap.get(m.dataId).id;$_(d,a?1:0,u?1:0,f,g,Q[o.dtype]);let h=m;if(i!==null){let x=N.getUndoAxesPermutation(i);h=dr({inputs:{x:m},attrs:{perm:x},backend:t}),t.disposeData(l.dataId),t.disposeData(m.dataId)}return h}var A_={kernelName:Uo,backendName:"wasm",setupFunc:eG,kernelFunc:tG};var R_;function rG(r){R_=r.wasm.cwrap("DenseBincount",null,["number","array","number","number","boolean","number","number","boolean","number"])}function nG(r){let{backend:e,inputs:t,attrs:n}=r,{x:o,weights:s}=t,{size:a,binaryOutput:u}=n,p=s.shape.reduce((m,f)=>m*f,1)!==0,i=o.shape.length===1?[a]:[o.shape[0],a],l=e.makeOutput(i,s.dtype);function c(m){return e.dataIdMap.get(m.dataId).id}return R_(c(o),new Uint8Array(new Int32Array(o.shape).buffer),o.shape.length,a,p,c(s),Q[s.dtype],u,c(l)),l}var D_={kernelName:Aa,backendName:"wasm",setupFunc:rG,kernelFunc:nG};var F_;function oG(r){F_=r.wasm.cwrap(Go,null,["number","number","number","array","number","array","array","number","number"])}function sG(r){let{backend:e,inputs:t,attrs:n}=r,{x:o}=t,{blockSize:s,dataFormat:a}=n,u=o.shape[0],p=a==="NHWC"?o.shape[1]:o.shape[2],i=a==="NHWC"?o.shape[2]:o.shape[3],l=a==="NHWC"?o.shape[3]:o.shape[1],c=p*s,m=i*s,f=l/(s*s),d=a==="NHWC"?[u,c,m,f]:[u,f,c,m],g=e.makeOutput(d,"float32"),x=e.dataIdMap.get(o.dataId).id,v=new Uint8Array(new Int32Array(b.computeStrides(o.shape)).buffer),I=new Uint8Array(new Int32Array(d).buffer),T=new Uint8Array(new Int32Array(b.computeStrides(d)).buffer),E=e.dataIdMap.get(g.dataId).id;return F_(x,s,a==="NHWC"?1:0,v,o.shape.length-1,I,T,d.length,E),g}var O_={kernelName:Go,backendName:"wasm",setupFunc:oG,kernelFunc:sG};var P_;function aG(r){P_=r.wasm.cwrap(zo,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function iG(r){let{inputs:e,attrs:t,backend:n}=r,{x:o,filter:s}=e,a=n.dataIdMap.get(o.dataId).id,u=n.dataIdMap.get(s.dataId).id,{strides:p,dilations:i,pad:l,dimRoundingMode:c}=t,m=i??[1,1],f=N.computeConv2DInfo(o.shape,s.shape,p,m,l,c,!0),d=f.filterHeight,g=f.filterWidth,h=f.padInfo.top,x=f.padInfo.right,v=f.padInfo.bottom,I=f.padInfo.left,T=f.dilationHeight,E=f.dilationWidth,A=f.strideHeight,R=f.strideWidth,O=f.inChannels,M=f.outChannels,L=f.padInfo.type==="SAME"?1:0;if(f.dataFormat!=="channelsLast")throw new Error(`wasm backend DepthwiseConv2dNative does not support dataFormat:'${f.dataFormat}'. Please use 'channelsLast'.`);let U=n.makeOutput(f.outShape,"float32"),z=n.dataIdMap.get(U.dataId).id;return P_(a,o.shape[0],o.shape[1],o.shape[2],u,d,g,h,x,v,I,L,T,E,A,R,O,M,z),U}var M_={kernelName:zo,backendName:"wasm",setupFunc:aG,kernelFunc:iG};var L_;function uG(r){L_=r.wasm.cwrap("Diag",null,["number","number","number","number"])}function pG(r){let{inputs:e,backend:t}=r,{x:n}=e,o=b.sizeFromShape(n.shape),s=t.makeOutput([...n.shape,...n.shape],n.dtype);return L_(t.dataIdMap.get(n.dataId).id,Q[n.dtype],o,t.dataIdMap.get(s.dataId).id),s}var B_={kernelName:Ra,backendName:"wasm",setupFunc:uG,kernelFunc:pG};var V_;function lG(r){V_=r.wasm.cwrap(Ho,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function cG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dilations:p}=n;if(o.dtype!==s.dtype)throw new Error(`Dilation2D error: x must have the same dtype as filter. Got ${o.dtype} and ${s.dtype}`);let i=N.computeDilation2DInfo(o.shape,s.shape,a,u,"NHWC",p),l=t.makeOutput(i.outShape,o.dtype);return V_(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(l.dataId).id,Q[o.dtype],i.batchSize,i.inChannels,i.inHeight,i.inWidth,i.outHeight,i.outWidth,i.strideHeight,i.strideWidth,i.dilationHeight,i.dilationWidth,i.filterHeight,i.filterWidth,i.padInfo.top,i.padInfo.left),l}var U_={kernelName:Ho,backendName:"wasm",setupFunc:lG,kernelFunc:cG};var W_;function mG(r){W_=r.wasm.cwrap(hx,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function fG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s,dy:a}=e,{strides:u,pad:p,dilations:i}=n;if(o.dtype!==s.dtype||o.dtype!==a.dtype)throw new Error(`Dilation2DBackpropFilter error: x must have the same dtype as filter and dy. Got ${o.dtype}, ${s.dtype}, and ${a.dtype}`);let l=N.computeDilation2DInfo(o.shape,s.shape,u,p,"NHWC",i),c=t.makeOutput(s.shape,s.dtype);return W_(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(a.dataId).id,t.dataIdMap.get(c.dataId).id,Q[o.dtype],l.batchSize,l.inChannels,l.inHeight,l.inWidth,l.outHeight,l.outWidth,l.strideHeight,l.strideWidth,l.dilationHeight,l.dilationWidth,l.filterHeight,l.filterWidth,l.padInfo.top,l.padInfo.left),c}var G_={kernelName:hx,backendName:"wasm",setupFunc:mG,kernelFunc:fG};var z_;function dG(r){z_=r.wasm.cwrap(dx,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function hG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s,dy:a}=e,{strides:u,pad:p,dilations:i}=n;if(o.dtype!==s.dtype||o.dtype!==a.dtype)throw new Error(`Dilation2DBackpropInput error: x must have the same dtype as filter and dy. Got ${o.dtype}, ${s.dtype}, and ${a.dtype}`);let l=N.computeDilation2DInfo(o.shape,s.shape,u,p,"NHWC",i),c=t.makeOutput(o.shape,o.dtype);return z_(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(a.dataId).id,t.dataIdMap.get(c.dataId).id,Q[o.dtype],l.batchSize,l.inChannels,l.inHeight,l.inWidth,l.outHeight,l.outWidth,l.strideHeight,l.strideWidth,l.dilationHeight,l.dilationWidth,l.filterHeight,l.filterWidth,l.padInfo.top,l.padInfo.left),c}var H_={kernelName:dx,backendName:"wasm",setupFunc:dG,kernelFunc:hG};var q_=K("Elu");var K_;function gG(r){K_=r.wasm.cwrap(_u,null,["number","number","number"])}function xG(r){let{inputs:e,backend:t}=r,{dy:n,y:o}=e,s=t.makeOutput(o.shape,"float32"),a=u=>t.dataIdMap.get(u.dataId).id;return K_(a(o),a(n),a(s)),s}var j_={kernelName:_u,backendName:"wasm",setupFunc:gG,kernelFunc:xG};var yG=!1,X_=ge(Rn,yG,"bool");var Y_=K("Erf");var Q_=K("Exp","float32");function km(r){let{inputs:e,attrs:t,backend:n}=r,{input:o}=e,{dim:s}=t,a=o.shape.length,u=o.shape.slice(),p=s;return s<0&&(b.assert(-(a+1)<=s,()=>`Axis must be in the interval [${-(a+1)}, ${a}]`),p=a+s+1),u.splice(p,0,1),tt({inputs:{x:o},backend:n,attrs:{shape:u}})}var Z_={kernelName:Fa,backendName:"wasm",kernelFunc:km};var J_=K(Dn,"float32");function db(r){let{attrs:{shape:e,value:t},backend:n}=r,{attrs:{dtype:o}}=r;o=o||b.inferDtype(t);let s=n.makeOutput(e,o);return n.typedArrayFromHeap(s).fill(t),s}var eT={kernelName:Oa,backendName:"wasm",kernelFunc:db};var tT;function bG(r){tT=r.wasm.cwrap(qo,null,["number","number","number","number","number","number"])}function wG(r){let{inputs:e,backend:t}=r,{image:n}=e,o=t.makeOutput(n.shape,n.dtype),s=t.dataIdMap.get(n.dataId).id,a=t.dataIdMap.get(o.dataId).id,[u,p,i,l]=n.shape;return tT(s,u,p,i,l,a),o}var rT={kernelName:qo,backendName:"wasm",kernelFunc:wG,setupFunc:bG};var nT=K(Fn);var vG=!1,oT=ge(On,vG);var sT;function SG(r){sT=r.wasm.cwrap(Ko,null,["number","number","number","number","number","number","number"])}function IG(r){let{backend:e,inputs:t,attrs:n}=r,{varianceEpsilon:o}=n,{x:s,mean:a,variance:u,offset:p,scale:i}=t,l=e.dataIdMap.get(s.dataId).id,c=e.dataIdMap.get(a.dataId).id,m=e.dataIdMap.get(u.dataId).id,f=p!=null?e.dataIdMap.get(p.dataId).id:0,d=i!=null?e.dataIdMap.get(i.dataId).id:0,g=e.makeOutput(s.shape,s.dtype);if(b.sizeFromShape(s.shape)===0)return g;let h=e.dataIdMap.get(g.dataId).id;return sT(l,c,m,f,d,o,h),g}var aT={kernelName:Ko,backendName:"wasm",setupFunc:SG,kernelFunc:IG};var iT;function CG(r){iT=r.wasm.cwrap(Yn,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function NG(r){let{inputs:e,attrs:t,backend:n}=r,{x:o,filter:s,bias:a,preluActivationWeights:u}=e,{strides:p,pad:i,dilations:l,dataFormat:c,dimRoundingMode:m,activation:f,leakyreluAlpha:d}=t,g=N.computeConv2DInfo(o.shape,s.shape,p,l,i,m),h=go[f];if(h==null)throw new Error(`${f} activation not yet supported for FusedConv2D in the wasm backend.`);let x=n.dataIdMap.get(o.dataId).id,v=n.dataIdMap.get(s.dataId).id,I=g.outChannels,T=0;if(a!=null){let rt=n.dataIdMap.get(a.dataId);if(rt.shape.length!==1)throw new Error(`FusedConv2D only supports rank-1 bias but got rank ${rt.shape.length}.`);if(rt.shape[0]!==I)throw new Error(`FusedConv2D bias shape (${rt.shape}) does not match the number of output channels (${I})`);T=rt.id}let E=g.filterHeight,A=g.filterWidth,R=g.padInfo.top,O=g.padInfo.right,M=g.padInfo.bottom,L=g.padInfo.left,U=g.dilationHeight,z=g.dilationWidth,J=g.strideHeight,ae=g.strideWidth,ue=g.inChannels,Ee=g.padInfo.type==="SAME"?1:0,pe=g.batchSize,$e=g.inHeight,Xe=g.inWidth;if(c!=="NHWC")throw new Error(`wasm backend FusedConv2D does not support dataFormat:'${c}'. Please use 'NHWC'.`);let it=n.makeOutput(g.outShape,"float32"),Et=n.dataIdMap.get(it.dataId).id,Ze=u==null?0:n.dataIdMap.get(u.dataId).id;return iT(x,pe,$e,Xe,v,E,A,T,R,O,M,L,Ee,U,z,J,ae,ue,I,h,Ze,d||0,Et),it}var uT={kernelName:Yn,backendName:"wasm",setupFunc:CG,kernelFunc:NG};var pT;function _G(r){pT=r.wasm.cwrap(Qn,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function TG(r){let{inputs:e,attrs:t,backend:n}=r,{x:o,filter:s,bias:a,preluActivationWeights:u}=e,{strides:p,pad:i,dilations:l,dataFormat:c,dimRoundingMode:m,activation:f,leakyreluAlpha:d}=t,g=N.computeConv2DInfo(o.shape,s.shape,p,l,i,m,!0),h=go[f];if(h==null)throw new Error(`${f} activation not yet supported for FusedDepthwiseConv2D in the wasm backend.`);let x=n.dataIdMap.get(o.dataId).id,v=n.dataIdMap.get(s.dataId).id,I=g.outChannels,T=0;if(a!=null){let rt=n.dataIdMap.get(a.dataId);if(rt.shape.length!==1)throw new Error(`FusedDepthwiseConv2D only supports rank-1 bias but got rank ${rt.shape.length}.`);if(rt.shape[0]!==I)throw new Error(`FusedDepthwiseConv2D bias shape (${rt.shape}) does not match the number of output channels (${I})`);T=rt.id}let E=g.filterHeight,A=g.filterWidth,R=g.padInfo.top,O=g.padInfo.right,M=g.padInfo.bottom,L=g.padInfo.left,U=g.dilationHeight,z=g.dilationWidth,J=g.strideHeight,ae=g.strideWidth,ue=g.inChannels,Ee=g.padInfo.type==="SAME"?1:0,pe=g.batchSize,$e=g.inHeight,Xe=g.inWidth;if(c!=="NHWC")throw new Error(`wasm backend FusedDepthwiseConv2D does not support dataFormat:'${c}'. Please use 'NHWC'.`);let it=n.makeOutput(g.outShape,"float32"),Et=n.dataIdMap.get(it.dataId).id,Ze=u==null?0:n.dataIdMap.get(u.dataId).id;return pT(x,pe,$e,Xe,v,E,A,T,R,O,M,L,Ee,U,z,J,ae,ue,I,h,Ze,d||0,Et),it}var lT={kernelName:Qn,backendName:"wasm",setupFunc:_G,kernelFunc:TG};var cT;function kG(r){cT=r.wasm.cwrap(jo,null,["number","number","number","number","number","number","array","number"])}function EG(r){let{backend:e,inputs:t}=r,{params:n,indices:o}=t,[s,a,u,p]=om.prepareAndValidate(n,o),i=e.makeOutput(s,n.dtype);if(a===0)return i;let l=o.shape,c=l[l.length-1],f=e.dataIdMap.get(n.dataId).id,g=e.dataIdMap.get(o.dataId).id,h=new Uint8Array(new Int32Array(p).buffer),x=e.dataIdMap.get(i.dataId).id;return cT(f,Q[n.dtype],g,a,c,u,h,x),i}var mT={kernelName:jo,backendName:"wasm",setupFunc:kG,kernelFunc:EG};var fT;function $G(r){fT=r.wasm.cwrap("Gather",null,["number","number","array","number","number","number","array","number"])}function AG(r){let{backend:e,inputs:t,attrs:n}=r,{x:o,indices:s}=t,{axis:a,batchDims:u}=n,p=b.parseAxisParam(a,o.shape)[0],i=e.readSync(s.dataId),l=o.shape[p];for(let M=0;M<i.length;++M){let L=i[M];b.assert(L<=l-1&&L>=0,()=>`GatherV2: the index value ${L} is not in [0, ${l-1}]`)}let c=N.segment_util.collectGatherOpShapeInfo(o,s,p,u),m=tt({inputs:{x:o},attrs:{shape:[c.batchSize,c.outerSize,c.dimSize,c.sliceSize]},backend:e}),f=b.sizeFromShape(s.shape),d=tt({inputs:{x:s},attrs:{shape:[c.batchSize,f/c.batchSize]},backend:e}),g=[c.batchSize,c.outerSize,f/c.batchSize,c.sliceSize],h=e.makeOutput(g,o.dtype);if(b.sizeFromShape(o.shape)===0)return h;let x=m.shape.length-1,I=e.dataIdMap.get(m.dataId).id,E=e.dataIdMap.get(d.dataId).id,A=e.dataIdMap.get(h.dataId).id,R=new Uint8Array(new Int32Array(b.computeStrides(m.shape)).buffer),O=new Uint8Array(new Int32Array(b.computeStrides(g)).buffer);return fT(I,Q[o.dtype],R,x,E,c.batchSize,O,A),e.disposeData(m.dataId),e.disposeData(d.dataId),h.shape=c.outputShape,h}var dT={kernelName:Pa,backendName:"wasm",setupFunc:$G,kernelFunc:AG};var RG=!1,hT=ge(Pn,RG,"bool");var DG=!1,gT=ge(Mn,DG,"bool");var xT=K(Ma,"bool");var yT=K(La,"bool");var bT=K(Ba,"bool");var wT;function FG(r){wT=r.wasm.cwrap(Xo,null,["number","number","number","number"])}function OG(r){let{inputs:{x:e},attrs:{alpha:t},backend:n}=r,o=n.dataIdMap.get(e.dataId).id,s=n.makeOutput(e.shape,"float32");if(b.sizeFromShape(e.shape)!==0){let a=n.dataIdMap.get(s.dataId).id;wT(o,Q[e.dtype],t,a)}return s}var vT={kernelName:Xo,backendName:"wasm",setupFunc:FG,kernelFunc:OG};var PG=!1,ST=ge(Ln,PG,"bool");var MG=!1,IT=ge(Bn,MG,"bool");var CT;function LG(r){CT=r.wasm.cwrap(Yo,null,["number","number","number","number"])}function BG(r){let{attrs:e,backend:t}=r,{start:n,stop:o,num:s}=e,a=Math.floor(s),u=t.makeOutput([a],"float32");return CT(t.dataIdMap.get(u.dataId).id,n,o,a),u}var NT={kernelName:Yo,backendName:"wasm",setupFunc:LG,kernelFunc:BG};var _T=K("Log");var TT=K(Va);var VG=!1,kT=ge(Ua,VG,"bool");var ET=K(Wa);var UG=!1,$T=ge(Ga,UG,"bool");var WG=!1,AT=ge(Tw,WG,"bool");var RT;function GG(r){RT=r.wasm.cwrap("LRN",null,["number","number","number","number","number","number","number"])}function zG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{depthRadius:s,bias:a,alpha:u,beta:p}=n;if(o.dtype!=="float32")throw new Error("LRN error: x must have dtype float32");let i=t.makeOutput(o.shape,o.dtype);return RT(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(i.dataId).id,o.shape[3],s,a,u,p),i}var DT={kernelName:"LRN",backendName:"wasm",setupFunc:GG,kernelFunc:zG};var FT;function HG(r){FT=r.wasm.cwrap(Tu,null,["number","number","number","number","number","number","number","number","number"])}function qG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,y:s,dy:a}=e,{depthRadius:u,bias:p,alpha:i,beta:l}=n;if(o.dtype!=="float32"||s.dtype!=="float32"||a.dtype!=="float32")throw new Error("LRNGrad error: x, y, and dy must have dtype float32");let c=t.makeOutput(o.shape,o.dtype);return FT(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(a.dataId).id,t.dataIdMap.get(c.dataId).id,a.shape[3],u,p,i,l),c}var OT={kernelName:Tu,backendName:"wasm",setupFunc:HG,kernelFunc:qG};var PT;function KG(r){PT=r.wasm.cwrap("Max",null,["number","number","number","number"])}function jG(r){let{backend:e,inputs:t,attrs:n}=r,{reductionIndices:o,keepDims:s}=n,{x:a}=t,p=e.dataIdMap.get(a.dataId).id,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e);if(f){let I=e.dataIdMap.get(l.dataId).id;i=l,p=I}let d=i.shape.length;N.assertAxesAreInnerMostDims("max",c,d);let[g,h]=N.computeOutAndReduceShapes(i.shape,c),x=b.sizeFromShape(h),v=e.makeOutput(g,a.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;PT(p,Q[a.dtype],x,I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var MT={kernelName:"Max",backendName:"wasm",setupFunc:KG,kernelFunc:jG};var XG=!1,LT=ge(Vn,XG);var BT;function YG(r){BT=r.wasm.cwrap(Qo,null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function QG(r){let{inputs:e,attrs:t,backend:n}=r,o=e.x,s=n.dataIdMap.get(o.dataId).id;b.assert(o.dtype==="float32",()=>`Error in MaxPool: only float32 input is supported. Got ${o.dtype}.`);let{filterSize:a,strides:u,pad:p,dimRoundingMode:i}=t,l=N.computePool2DInfo(o.shape,a,u,1,p,i),c=l.filterHeight,m=l.filterWidth,f=l.padInfo.top,d=l.padInfo.right,g=l.padInfo.bottom,h=l.padInfo.left,x=l.dilationHeight,v=l.dilationWidth,I=l.strideHeight,T=l.strideWidth,E=l.inChannels,A=l.outChannels;if(l.dataFormat!=="channelsLast")throw new Error(`wasm backend does not support dataFormat:'${l.dataFormat}'. Please use 'channelsLast'.`);let R=n.makeOutput(l.outShape,"float32"),O=n.dataIdMap.get(R.dataId).id;return BT(s,o.shape[0],o.shape[1],o.shape[2],c,m,f,d,g,h,x,v,I,T,E,A,O),R}var VT={kernelName:Qo,backendName:"wasm",setupFunc:YG,kernelFunc:QG};var UT;function ZG(r){UT=r.wasm.cwrap("MaxPool3D",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function JG(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{filterSize:s,strides:a,pad:u,dimRoundingMode:p,dataFormat:i}=n,l=N.computePool3DInfo(o.shape,s,a,1,u,p,i),c=t.makeOutput(l.outShape,o.dtype);return UT(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,l.batchSize,l.inChannels,l.inDepth,l.inHeight,l.inWidth,l.outDepth,l.outHeight,l.outWidth,l.strideDepth,l.strideHeight,l.strideWidth,l.dilationDepth,l.dilationHeight,l.dilationWidth,l.effectiveFilterDepth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.front,l.padInfo.top,l.padInfo.left),c}var WT={kernelName:za,backendName:"wasm",setupFunc:ZG,kernelFunc:JG};var GT;function ez(r){GT=r.wasm.cwrap("MaxPool3DGrad",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function tz(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,{filterSize:a,strides:u,pad:p,dimRoundingMode:i}=n,l=N.computePool3DInfo(s.shape,a,u,1,p,i),c=t.makeOutput(s.shape,s.dtype);return GT(t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,l.batchSize,l.inChannels,l.inDepth,l.inHeight,l.inWidth,l.outDepth,l.outHeight,l.outWidth,l.strideDepth,l.strideHeight,l.strideWidth,l.dilationDepth,l.dilationHeight,l.dilationWidth,l.effectiveFilterDepth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.front,l.padInfo.top,l.padInfo.left),c}var zT={kernelName:kl,backendName:"wasm",setupFunc:ez,kernelFunc:tz};var HT;function rz(r){HT=r.wasm.cwrap("MaxPoolGrad",null,["number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function nz(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,{filterSize:a,strides:u,pad:p,dimRoundingMode:i}=n,l=N.computePool2DInfo(s.shape,a,u,1,p,i),c=t.makeOutput(s.shape,s.dtype);return HT(t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,l.batchSize,l.inChannels,l.inHeight,l.inWidth,l.outHeight,l.outWidth,l.strideHeight,l.strideWidth,l.dilationHeight,l.dilationWidth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.top,l.padInfo.left),c}var qT={kernelName:Tl,backendName:"wasm",setupFunc:rz,kernelFunc:nz};var KT;function oz(r){KT=r.wasm.cwrap("MaxPoolWithArgmax",null,["number","number","number","number","boolean","number","number","number","number","number","number","number","number","number","number","number","number","number","number"])}function sz(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{filterSize:s,strides:a,pad:u,includeBatchInIndex:p}=n;b.assert(o.shape.length===4,()=>`Error in maxPool: input must be rank 4 but got rank ${o.shape.length}.`);let i=[1,1];b.assert(N.eitherStridesOrDilationsAreOne(a,i),()=>`Error in maxPool: Either strides or dilations must be 1. Got strides ${a} and dilations '${i}'`);let l=N.computePool2DInfo(o.shape,s,a,[1,1],u),c=t.makeOutput(l.outShape,o.dtype),m=t.makeOutput(l.outShape,"int32");return KT(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(c.dataId).id,t.dataIdMap.get(m.dataId).id,Q[o.dtype],p,l.batchSize,l.inChannels,l.inHeight,l.inWidth,l.outHeight,l.outWidth,l.strideHeight,l.strideWidth,l.dilationHeight,l.dilationWidth,l.effectiveFilterHeight,l.effectiveFilterWidth,l.padInfo.top,l.padInfo.left),[c,m]}var jT={kernelName:Ha,backendName:"wasm",setupFunc:oz,kernelFunc:sz};var XT;function az(r){XT=r.wasm.cwrap(Zo,null,["number, number, number"])}function iz(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,u=e.dataIdMap.get(a.dataId).id,p=u,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e),d=c;if(f){let T=e.dataIdMap.get(l.dataId).id;T!==u&&(i=l,p=T,d=N.getInnerMostAxes(d.length,i.shape.length))}N.assertAxesAreInnerMostDims("mean",d,i.shape.length);let[g,h]=N.computeOutAndReduceShapes(i.shape,d),x=b.sizeFromShape(h),v=i;i.dtype!=="float32"&&(v=Ht({backend:e,inputs:{x:i},attrs:{dtype:"float32"}}),p=e.dataIdMap.get(v.dataId).id);let I=e.makeOutput(g,"float32");if(b.sizeFromShape(i.shape)!==0){let T=e.dataIdMap.get(I.dataId).id;XT(p,x,T)}if(f&&e.disposeData(l.dataId),s){let T=N.expandShapeToKeepDim(I.shape,m);I.shape=T}return i.dtype!=="float32"&&e.disposeData(v.dataId),I}var YT={kernelName:Zo,backendName:"wasm",setupFunc:az,kernelFunc:iz};var QT;function uz(r){QT=r.wasm.cwrap("Min",null,["number","number","number","number"])}function pz(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,u=e.dataIdMap.get(a.dataId).id,p=u,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e);if(f){let I=e.dataIdMap.get(l.dataId).id;I!==u&&(i=l,p=I)}let d=i.shape.length;N.assertAxesAreInnerMostDims("min",c,d);let[g,h]=N.computeOutAndReduceShapes(i.shape,c),x=b.sizeFromShape(h),v=e.makeOutput(g,i.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;QT(p,Q[a.dtype],x,I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var ZT={kernelName:"Min",backendName:"wasm",setupFunc:uz,kernelFunc:pz};var lz=!1,JT=ge(Un,lz);var hb;(function(r){r[r.reflect=0]="reflect",r[r.symmetric=1]="symmetric"})(hb||(hb={}));var e1;function cz(r){e1=r.wasm.cwrap(Jo,null,["number","array","number","number","array","array","number","number"])}function mz(r){let{inputs:{x:e},backend:t,attrs:{paddings:n,mode:o}}=r,s=n.map((d,g)=>d[0]+e.shape[g]+d[1]),a=t.dataIdMap.get(e.dataId).id,u=t.makeOutput(s,e.dtype),p=t.dataIdMap.get(u.dataId).id,i=new Uint8Array(new Int32Array(e.shape).buffer),l=n.map(d=>d[0]),c=n.map(d=>d[1]),m=new Uint8Array(new Int32Array(l).buffer),f=new Uint8Array(new Int32Array(c).buffer);return e1(a,i,e.shape.length,Q[e.dtype],m,f,hb[o],p),u}var t1={kernelName:Jo,backendName:"wasm",kernelFunc:mz,setupFunc:cz};var r1;function fz(r){r1=r.wasm.cwrap(ds,null,["number","number","number","number"])}function gb(r){let{backend:e,inputs:{logits:t},attrs:{dim:n}}=r,o=e.dataIdMap.get(t.dataId).id,s=e.makeOutput(t.shape,t.dtype),a=e.dataIdMap.get(s.dataId).id,u=t.shape[n],p=b.sizeFromShape(t.shape)/u;return b.sizeFromShape(s.shape)===0||r1(o,a,u,p),s}var n1={kernelName:ds,backendName:"wasm",setupFunc:fz,kernelFunc:gb};var o1;function dz(r){o1=r.wasm.cwrap(es,null,["number","number","number","number","number","number"])}function hz(r){let{inputs:e,backend:t,attrs:n}=r,{logits:o}=e,{numSamples:s,seed:a,normalized:u}=n;if(o.dtype!=="float32")throw new Error(`Tensor logits must have dtype float32, got ${o.dtype}`);let p=u?o:gb({inputs:{logits:o},backend:t,attrs:{dim:o.shape.length-1}}),[i,l]=p.shape,c=t.makeOutput([i,s],"int32");return o1(t.dataIdMap.get(p.dataId).id,i,l,s,a,t.dataIdMap.get(c.dataId).id),u||t.disposeData(p.dataId),c}var s1={kernelName:es,backendName:"wasm",setupFunc:dz,kernelFunc:hz};var a1=ge("Mod",!0);var gz=!0,i1=ge(Wn,gz);var u1=K("Neg");function Ki(r,e){let t=new Int32Array(r.wasm.HEAPU8.buffer,e,4),n=t[0],o=t[1],s=t[2],a=t[3];return r.wasm._free(e),{pSelectedIndices:n,selectedSize:o,pSelectedScores:s,pValidOutputs:a}}var p1;function xz(r){p1=r.wasm.cwrap(ts,"number",["number","number","number","number","number"])}function yz(r){let{backend:e,inputs:t,attrs:n}=r,{iouThreshold:o,maxOutputSize:s,scoreThreshold:a}=n,{boxes:u,scores:p}=t,i=e.dataIdMap.get(u.dataId).id,l=e.dataIdMap.get(p.dataId).id,c=p1(i,l,s,o,a),{pSelectedIndices:m,selectedSize:f,pSelectedScores:d,pValidOutputs:g}=Ki(e,c);return e.wasm._free(d),e.wasm._free(g),e.makeOutput([f],"int32",m)}var l1={kernelName:ts,backendName:"wasm",setupFunc:xz,kernelFunc:yz};var c1;function bz(r){c1=r.wasm.cwrap(rs,"number",["number","number","number","number","number","bool"])}function wz(r){let{backend:e,inputs:t,attrs:n}=r,{iouThreshold:o,maxOutputSize:s,scoreThreshold:a,padToMaxOutputSize:u}=n,{boxes:p,scores:i}=t,l=e.dataIdMap.get(p.dataId).id,c=e.dataIdMap.get(i.dataId).id,m=c1(l,c,s,o,a,u),{pSelectedIndices:f,selectedSize:d,pSelectedScores:g,pValidOutputs:h}=Ki(e,m);e.wasm._free(g);let x=e.makeOutput([d],"int32",f),v=e.makeOutput([],"int32",h);return[x,v]}var m1={kernelName:rs,backendName:"wasm",setupFunc:bz,kernelFunc:wz};var f1;function vz(r){f1=r.wasm.cwrap(ns,"number",["number","number","number","number","number","number"])}function Sz(r){let{backend:e,inputs:t,attrs:n}=r,{iouThreshold:o,maxOutputSize:s,scoreThreshold:a,softNmsSigma:u}=n,{boxes:p,scores:i}=t,l=e.dataIdMap.get(p.dataId).id,c=e.dataIdMap.get(i.dataId).id,m=f1(l,c,s,o,a,u),{pSelectedIndices:f,selectedSize:d,pSelectedScores:g,pValidOutputs:h}=Ki(e,m);e.wasm._free(h);let x=e.makeOutput([d],"int32",f),v=e.makeOutput([d],"float32",g);return[x,v]}var d1={kernelName:ns,backendName:"wasm",setupFunc:vz,kernelFunc:Sz};var Iz=!1,h1=ge(Gn,Iz,"bool");var g1;function Cz(r){g1=r.wasm.cwrap(os,null,["number","number","number","number","number"])}function Nz(r){let{inputs:e,backend:t,attrs:n}=r,{indices:o}=e,{dtype:s,depth:a,onValue:u,offValue:p}=n,i=t.makeOutput([...o.shape,a],s),l=t.dataIdMap.get(i.dataId).id,m=t.dataIdMap.get(o.dataId).id;return g1(m,a,u,p,l),i}var x1={kernelName:os,backendName:"wasm",setupFunc:Cz,kernelFunc:Nz};function _z(r){let{inputs:{x:e},backend:t}=r,n=t.makeOutput(e.shape,e.dtype);return t.typedArrayFromHeap(n).fill(1),n}var y1={kernelName:qa,backendName:"wasm",kernelFunc:_z};function Tz(r){let{inputs:e,backend:t,attrs:n}=r,{axis:o}=n;if(e.length===1)return km({inputs:{input:e[0]},backend:t,attrs:{dim:o}});let s=e[0].shape,a=e[0].dtype;e.forEach(l=>{b.assertShapesMatch(s,l.shape,"All tensors passed to stack must have matching shapes"),b.assert(a===l.dtype,()=>"All tensors passed to stack must have matching dtypes")});let u=[],p=e.map(l=>{let c=km({inputs:{input:l},backend:t,attrs:{dim:o}});return u.push(c),c}),i=mb({inputs:p,backend:t,attrs:{axis:o}});return u.forEach(l=>t.disposeData(l.dataId)),i}var b1={kernelName:Ka,backendName:"wasm",kernelFunc:Tz};var w1;function kz(r){w1=r.wasm.cwrap(ss,null,["number","array","number","number","array","array","number","number"])}function Ez(r){let{inputs:{x:e},backend:t,attrs:{paddings:n,constantValue:o}}=r,s=n.map((g,h)=>g[0]+e.shape[h]+g[1]);if(b.sizeFromShape(e.shape)===0)return db({backend:t,attrs:{shape:s,value:o,dtype:e.dtype}});let a=t.dataIdMap.get(e.dataId).id,u=t.makeOutput(s,e.dtype),i=t.dataIdMap.get(u.dataId).id,l=new Uint8Array(new Int32Array(e.shape).buffer),c=n.map(g=>g[0]),m=n.map(g=>g[1]),f=new Uint8Array(new Int32Array(c).buffer),d=new Uint8Array(new Int32Array(m).buffer);return w1(a,l,e.shape.length,Q[e.dtype],f,d,o,i),u}var Em={kernelName:ss,backendName:"wasm",kernelFunc:Ez,setupFunc:kz};var $z=!1,v1=ge("Pow",$z);var S1;function Az(r){S1=r.wasm.cwrap(as,null,["number","number","number"])}function Rz(r){let{inputs:e,backend:t}=r,{x:n,alpha:o}=e,s=t.dataIdMap.get(n.dataId).id,a=t.dataIdMap.get(o.dataId).id,u=s,p=n,i=p;p.dtype!=="float32"&&(i=Ht({backend:t,inputs:{x:n},attrs:{dtype:"float32"}}),u=t.dataIdMap.get(i.dataId).id);let l=t.makeOutput(n.shape,"float32"),c=t.dataIdMap.get(l.dataId).id;return S1(u,a,c),p.dtype!=="float32"&&t.disposeData(i.dataId),l}var I1={kernelName:as,backendName:"wasm",setupFunc:Az,kernelFunc:Rz};var C1;function Dz(r){C1=r.wasm.cwrap(zn,null,["number","number","number","number"])}function Fz(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,u=e.dataIdMap.get(a.dataId).id,p=u,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e),d=c;if(f){let I=e.dataIdMap.get(l.dataId).id;I!==u&&(i=l,p=I,d=N.getInnerMostAxes(d.length,i.shape.length))}N.assertAxesAreInnerMostDims("prod",d,i.shape.length);let[g,h]=N.computeOutAndReduceShapes(i.shape,d),x=b.sizeFromShape(h),v=e.makeOutput(g,i.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;C1(p,x,Q[v.dtype],I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var N1={kernelName:zn,backendName:"wasm",setupFunc:Dz,kernelFunc:Fz};var Oz=r=>{let{backend:e,attrs:t}=r,{start:n,stop:o,step:s,dtype:a}=t,u=ip(n,o,s,a),p=e.makeOutput([u.length],a);return e.typedArrayFromHeap(p).set(u),p},_1={kernelName:ja,backendName:"wasm",kernelFunc:Oz};var Pz=!0,T1=ge(Da,Pz);var k1=K(Xa);var E1=K(Ya);var $1=K(Za);var A1;function Mz(r){A1=r.wasm.cwrap(us,null,["number","number","number","number","number","number","number","number","number","number"])}function Lz(r){let{backend:e,inputs:t,attrs:n}=r,{images:o}=t,{alignCorners:s,halfPixelCenters:a,size:u}=n,[p,i]=u,[l,c,m,f]=o.shape,d=[l,p,i,f],g=e.dataIdMap.get(o.dataId),h;g.dtype!=="float32"&&(h=Ht({backend:e,inputs:{x:o},attrs:{dtype:"float32"}}),g=e.dataIdMap.get(h.dataId));let x=g.id,v=e.makeOutput(d,"float32");if(b.sizeFromShape(o.shape)===0)return v;let I=e.dataIdMap.get(v.dataId).id;return A1(x,l,c,m,f,p,i,s?1:0,a?1:0,I),h!=null&&e.disposeData(h.dataId),v}var R1={kernelName:us,backendName:"wasm",setupFunc:Mz,kernelFunc:Lz};var D1;function Bz(r){D1=r.wasm.cwrap($u,null,["number","number","number","array","array","boolean"])}function Vz(r){let{inputs:e,backend:t,attrs:n}=r,{images:o,dy:s}=e,{alignCorners:a}=n,u=t.makeOutput(o.shape,"float32"),p=t.dataIdMap.get(o.dataId),i;return p.dtype!=="float32"&&(i=Ht({backend:t,inputs:{x:o},attrs:{dtype:"float32"}}),p=t.dataIdMap.get(i.dataId)),D1(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(u.dataId).id,new Uint8Array(new Int32Array(o.shape).buffer),new Uint8Array(new Int32Array(s.shape).buffer),a),i!=null&&t.disposeData(i.dataId),u}var F1={kernelName:$u,backendName:"wasm",setupFunc:Bz,kernelFunc:Vz};var O1;function Uz(r){O1=r.wasm.cwrap(is,null,["number","number","number","number","number","number","number","number","number","number"])}function Wz(r){let{backend:e,inputs:t,attrs:n}=r,{images:o}=t,{alignCorners:s,halfPixelCenters:a,size:u}=n,[p,i]=u,[l,c,m,f]=o.shape,d=[l,p,i,f],g=e.makeOutput(d,"float32");if(b.sizeFromShape(o.shape)===0)return g;let h=e.dataIdMap.get(o.dataId),x;h.dtype!=="float32"&&(x=Ht({backend:e,inputs:{x:o},attrs:{dtype:"float32"}}),h=e.dataIdMap.get(x.dataId));let v=h.id,I=e.dataIdMap.get(g.dataId).id;return O1(v,l,c,m,f,p,i,s?1:0,a?1:0,I),x!=null&&e.disposeData(x.dataId),g}var P1={kernelName:is,backendName:"wasm",setupFunc:Uz,kernelFunc:Wz};var M1;function Gz(r){M1=r.wasm.cwrap(Eu,null,["number","number","number","array","array","boolean"])}function zz(r){let{inputs:e,backend:t,attrs:n}=r,{images:o,dy:s}=e,{alignCorners:a}=n,u=t.makeOutput(o.shape,"float32"),p=t.dataIdMap.get(o.dataId),i;return p.dtype!=="float32"&&(i=Ht({backend:t,inputs:{x:o},attrs:{dtype:"float32"}}),p=t.dataIdMap.get(i.dataId)),M1(t.dataIdMap.get(o.dataId).id,t.dataIdMap.get(s.dataId).id,t.dataIdMap.get(u.dataId).id,new Uint8Array(new Int32Array(o.shape).buffer),new Uint8Array(new Int32Array(s.shape).buffer),a),i!=null&&t.disposeData(i.dataId),u}var L1={kernelName:Eu,backendName:"wasm",setupFunc:Gz,kernelFunc:zz};var B1;function Hz(r){B1=r.wasm.cwrap(ps,null,["number","array","number","array","number","number"])}function qz(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{dims:s}=n,a=b.parseAxisParam(s,o.shape);if(o.shape.length===0)return zs({inputs:{x:o},backend:t});let u=t.makeOutput(o.shape,o.dtype),p=t.dataIdMap.get(o.dataId).id,i=t.dataIdMap.get(u.dataId).id,l=new Uint8Array(new Int32Array(a).buffer),c=new Uint8Array(new Int32Array(o.shape).buffer);B1(p,l,a.length,c,o.shape.length,i);let m=tt({inputs:{x:u},attrs:{shape:o.shape},backend:t});return t.disposeData(u.dataId),m}var V1={kernelName:ps,backendName:"wasm",kernelFunc:qz,setupFunc:Hz};var U1;function Kz(r){U1=r.wasm.cwrap(vs,null,["number","number","number","number","number","number","number","number","array","number","number"])}function jz(r){let{inputs:e,backend:t,attrs:n}=r,{image:o}=e,{radians:s,fillValue:a,center:u}=n,p=t.makeOutput(o.shape,o.dtype),i=t.dataIdMap.get(o.dataId).id,l=t.dataIdMap.get(p.dataId).id,[c,m,f,d]=o.shape,[g,h]=N.getImageCenter(u,m,f),x=a===0,v=255,I=typeof a=="number"?[a,a,a,x?0:v]:[...a,v],T=new Uint8Array(new Int32Array(I).buffer);return U1(i,c,m,f,d,s,g,h,T,I.length,l),p}var W1={kernelName:vs,backendName:"wasm",kernelFunc:jz,setupFunc:Kz};var G1=K(Ja);var z1=K(Hn);var H1;function Xz(r){H1=r.wasm.cwrap(ls,null,["number","number","number","number","number","number","array","number","number"])}function Yz(r){let{backend:e,inputs:t,attrs:n}=r,{indices:o,updates:s}=t,{shape:a}=n,u=e.makeOutput(a,s.dtype);if(b.sizeFromShape(a)===0)return u;let{sliceRank:p,numUpdates:i,sliceSize:l,strides:c,outputSize:m}=fo.calculateShapes(s,o,a),d=e.dataIdMap.get(o.dataId).id,h=e.dataIdMap.get(s.dataId).id,x=new Uint8Array(new Int32Array(c).buffer),v=e.dataIdMap.get(u.dataId).id;return H1(d,h,Q[s.dtype],p,i,l,x,m,v),u}var q1={kernelName:ls,backendName:"wasm",setupFunc:Xz,kernelFunc:Yz};var K1;function Qz(r){K1=r.wasm.cwrap(ms,null,["number","number","number","number","number","number","bool","number"])}function Zz(r){let{inputs:e,backend:t,attrs:n}=r,{sortedSequence:o,values:s}=e,{side:a}=n;if(o.dtype!==s.dtype)throw new Error(`SearchSorted error: sorted_sequence must have the same dtype as values. Got ${o.dtype} and ${s.dtype}`);let u=t.makeOutput(s.shape,"int32");function p(i){return t.dataIdMap.get(i.dataId).id}return K1(p(o),p(s),o.shape[0],o.shape[1],s.shape[1],Q[o.dtype],a==="left",p(u)),u}var j1={kernelName:ms,backendName:"wasm",setupFunc:Qz,kernelFunc:Zz};var X1;function Jz(r){X1=r.wasm.cwrap("SelectV2",null,["number","number","number","number","number"])}function e4(r){let{inputs:e,backend:t}=r,{condition:n,t:o,e:s}=e,a=t.dataIdMap.get(n.dataId).id,u=t.dataIdMap.get(o.dataId).id,p=t.dataIdMap.get(s.dataId).id,i=t.makeOutput(o.shape,o.dtype),l=t.dataIdMap.get(i.dataId).id,c=n.shape.length,m=o.shape.length,f=c===0||c>1||m===1?1:b.sizeFromShape(o.shape.slice(1));return X1(a,u,p,f,l),i}var Y1={kernelName:ei,backendName:"wasm",kernelFunc:e4,setupFunc:Jz};var Q1=K(ti);var Z1;function t4(r){Z1=r.wasm.cwrap(qn,null,["number","number"])}function r4(r){let{backend:e,inputs:{x:t}}=r,n=e.dataIdMap.get(t.dataId).id,o=e.makeOutput(t.shape,t.dtype),s=e.dataIdMap.get(o.dataId).id;return b.sizeFromShape(o.shape)===0||Z1(n,s),o}var J1={kernelName:"Sigmoid",backendName:"wasm",setupFunc:t4,kernelFunc:r4};var ek=K(ni);var tk=K("Sin");var rk=K(ri);var nk=K(oi);function n4(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{blockShape:s,paddings:a}=n,u=b.sizeFromShape(s),p=[[0,0]];p.push(...a);for(let A=1+s.length;A<o.shape.length;++A)p.push([0,0]);let i=Em.kernelFunc({inputs:{x:o},backend:t,attrs:{paddings:p,constantValue:0}}),l=N.getReshaped(i.shape,s,u,!1),c=N.getPermuted(l.length,s.length,!1),m=N.getReshapedPermuted(i.shape,s,u,!1),g=tt({inputs:{x:i},backend:t,attrs:{shape:l}}),v=dr({inputs:{x:g},backend:t,attrs:{perm:c}}),E=tt({inputs:{x:v},backend:t,attrs:{shape:m}});return t.disposeData(i.dataId),t.disposeData(g.dataId),t.disposeData(v.dataId),E}var ok={kernelName:si,backendName:"wasm",kernelFunc:n4};var sk;function o4(r){sk=r.wasm.cwrap("SparseFillEmptyRows","number",["number","number","number","number","number","number","number","number","number","number","number","number"])}function s4(r){let{backend:e,inputs:t}=r,{indices:n,values:o,denseShape:s,defaultValue:a}=t,u=n.shape[0],p=n.shape[1],i=e.readSync(s.dataId)[0],l=[u+i,p],c=e.dataIdMap.get(n.dataId).id,m=e.dataIdMap.get(o.dataId).id,f=e.dataIdMap.get(a.dataId).id,d=e.makeOutput(l,n.dtype),g=e.dataIdMap.get(d.dataId).id,h=e.makeOutput(l.slice(0,1),o.dtype),x=e.dataIdMap.get(h.dataId).id,v=e.makeOutput([i],"bool"),I=e.dataIdMap.get(v.dataId).id,T=e.makeOutput([u],n.dtype),E=e.dataIdMap.get(T.dataId).id,A=e.makeOutput([4],"int32"),R=e.dataIdMap.get(A.dataId).id,O=sk(c,m,Q[o.dtype],u,i,p,f,g,x,I,E,R),M=e.readSync(A.dataId),L;switch(M[0]){case 1:{L=N.getSparseFillEmptyRowsIndicesDenseShapeMismatch(M[1]);break}case 2:{L=N.getSparseFillEmptyRowsNegativeIndexErrorMessage(M[1],M[2]);break}case 3:L=N.getSparseFillEmptyRowsOutOfRangeIndexErrorMessage(M[1],M[2],M[3]);break;default:L=""}if(e.disposeData(A.dataId),L)throw e.disposeData(d.dataId),e.disposeData(h.dataId),e.disposeData(v.dataId),e.disposeData(T.dataId),new Error(L);let U=d,z=h;return O!==l[0]&&(U=Nr({inputs:{x:d},attrs:{begin:0,size:[O,p]},backend:e}),z=Nr({inputs:{x:h},attrs:{begin:0,size:O},backend:e}),e.disposeData(d.dataId),e.disposeData(h.dataId)),[U,z,v,T]}var ak={kernelName:ii,backendName:"wasm",setupFunc:o4,kernelFunc:s4};var ik;function a4(r){ik=r.wasm.cwrap(hs,null,["number","number","number","number","number","number","number"])}function i4(r){let{backend:e,inputs:t}=r,{inputIndices:n,inputShape:o,newShape:s}=t;if(n.shape.length!==2)throw new Error(`Input indices should be a matrix but received shape
        ${n.shape}`);if(o.shape.length!==1)throw new Error(`Input shape should be a vector but received shape
        ${o.shape}`);if(s.shape.length!==1)throw new Error(`Target shape should be a vector but received shape ${s.shape}`);let a=e.dataIdMap.get(n.dataId).id,u=e.dataIdMap.get(o.dataId).id,p=e.dataIdMap.get(s.dataId).id,i=n.shape[0],l=b.sizeFromShape(s.shape),c=e.makeOutput([i,l],n.dtype),m=e.dataIdMap.get(c.dataId).id,f=e.makeOutput([l],s.dtype),d=e.dataIdMap.get(f.dataId).id,g=e.makeOutput([3],"int32"),h=e.dataIdMap.get(g.dataId).id;ik(a,u,p,i,m,d,h);let x=e.readSync(g.dataId),v;switch(x[0]){case 0:{v=N.getSparseReshapeMultipleNegativeOneOutputDimErrorMessage(x[1],x[2]);break}case 1:{v=N.getSparseReshapeNegativeOutputDimErrorMessage(x[1],x[2]);break}case 2:v=N.getSparseReshapeEmptyTensorZeroOutputDimErrorMessage();break;case 3:{let I=Array.from(e.readSync(o.dataId)),T=Array.from(e.readSync(f.dataId));v=N.getSparseReshapeInputOutputMultipleErrorMessage(I,T);break}case 4:{let I=Array.from(e.readSync(o.dataId)),T=Array.from(e.readSync(f.dataId));v=N.getSparseReshapeInputOutputMismatchErrorMessage(I,T);break}default:v=""}if(e.disposeData(g.dataId),v)throw e.disposeData(c.dataId),e.disposeData(f.dataId),new Error(v);return[c,f]}var uk={kernelName:hs,backendName:"wasm",setupFunc:a4,kernelFunc:i4};var pk;function $m(r){pk=r.wasm.cwrap("SparseSegmentReduction",null,["number","number","number","number","number","number","number","number","number"])}function Am(r,e){let{backend:t,inputs:n}=r,{data:o,indices:s,segmentIds:a}=n,u=s.shape[0],p=t.readSync(a.dataId,u-1,u)[0],l=u>0?p+1:0;if(l<0)throw new Error(N.getSparseSegmentReductionNegativeSegmentIdsErrorMessage());let c=o.shape.slice();c[0]=l;let m=t.dataIdMap.get(o.dataId).id,f=t.dataIdMap.get(s.dataId).id,d=t.dataIdMap.get(a.dataId).id,g=t.makeOutput(c,o.dtype),h=t.dataIdMap.get(g.dataId).id,x=t.makeOutput([4],"int32"),v=t.dataIdMap.get(x.dataId).id;pk(m,Q[o.dtype],o.shape[0],f,d,h,v,e,0);let I=t.readSync(x.dataId),T;switch(I[0]){case 0:{T=N.getSparseSegmentReductionNegativeSegmentIdsErrorMessage();break}case 1:{T=N.getSparseSegmentReductionNonIncreasingSegmentIdsErrorMessage();break}case 2:T=N.getSparseSegmentReductionSegmentIdOutOfRangeErrorMessage(I[1],I[2]);break;case 3:T=N.getSparseSegmentReductionIndicesOutOfRangeErrorMessage(I[1],I[2],I[3]);break;default:T=""}if(t.disposeData(x.dataId),T)throw t.disposeData(g.dataId),new Error(T);return g}function u4(r){return Am(r,!0)}var lk={kernelName:ui,backendName:"wasm",setupFunc:$m,kernelFunc:u4};function p4(r){return Am(r,!1)}var ck={kernelName:pi,backendName:"wasm",setupFunc:$m,kernelFunc:p4};var mk;function l4(r){mk=r.wasm.cwrap(gs,null,["number","number","number","number","number","number","number","number","array","number","number"])}function c4(r){let{backend:e,inputs:t,attrs:n}=r,{sparseIndices:o,sparseValues:s,defaultValue:a}=t,{outputShape:u}=n,p=e.makeOutput(u,a.dtype);if(b.sizeFromShape(u)===0)return p;let{sliceRank:i,numUpdates:l,sliceSize:c,strides:m,outputSize:f}=N.calculateShapes(s,o,u),d=e.dataIdMap.get(o.dataId).id,g=e.dataIdMap.get(s.dataId).id,h=e.dataIdMap.get(a.dataId).id,x=new Uint8Array(new Int32Array(m).buffer),v=e.dataIdMap.get(p.dataId).id;return mk(d,g,s.shape.length,h,Q[a.dtype],i,l,c,x,f,v),p}var fk={kernelName:gs,backendName:"wasm",setupFunc:l4,kernelFunc:c4};function m4(r){let{inputs:e,attrs:t,backend:n}=r,{x:o}=e,{numOrSizeSplits:s,axis:a}=t,u=b.parseAxisParam(a,o.shape)[0],p=N.prepareSplitSize(o,s,u),i=new Array(o.shape.length).fill(0),l=o.shape.slice();return p.map(c=>{let m=[...l];m[u]=c;let f=Nr({inputs:{x:o},attrs:{begin:i,size:m},backend:n});return i[u]+=c,f})}var dk={kernelName:ai,backendName:"wasm",kernelFunc:m4};var hk=K(Kn);var gk=K(Rl);var f4=!0,xk=ge(jn,f4);var yk;function d4(r){yk=r.wasm.cwrap(ws,null,["number","number","number","number"])}function h4(r){let{backend:e,inputs:t,attrs:n}=r,{alpha:o}=n,{x:s}=t,a=e.dataIdMap.get(s.dataId).id,u=e.makeOutput(s.shape,s.dtype),p=e.dataIdMap.get(u.dataId).id;return yk(a,o,Q[s.dtype],p),u}var bk={kernelName:ws,backendName:"wasm",setupFunc:d4,kernelFunc:h4};var wk;function g4(r){wk=r.wasm.cwrap(xs,null,["number","array","number","array","array","array","array","array","number","number"])}function x4(r){let{backend:e,inputs:t,attrs:n}=r,{x:o}=t,{begin:s,end:a,strides:u,beginMask:p,endMask:i,ellipsisMask:l,newAxisMask:c,shrinkAxisMask:m}=n,{finalShapeSparse:f,finalShape:d,isIdentity:g,sliceDim0:h,isSimpleSlice:x,begin:v,end:I,strides:T}=nt.sliceInfo(o.shape,s,a,u,p,i,l,c,m),E;if(g)E=tt({inputs:{x:o},backend:e,attrs:{shape:d}});else if(h||x){b.assert(o.shape.length>=1,()=>`Input must have rank at least 1, got: ${o.shape.length}`);let A=nt.computeOutShape(v,I,T),R=Nr({inputs:{x:o},backend:e,attrs:{begin:v,size:A}});E=tt({inputs:{x:R},backend:e,attrs:{shape:d}}),e.disposeData(R.dataId)}else{let A=e.makeOutput(f,"float32"),R=e.dataIdMap.get(o.dataId).id,O=new Uint8Array(new Int32Array(b.computeStrides(o.shape)).buffer),M=new Uint8Array(new Int32Array(v).buffer),L=new Uint8Array(new Int32Array(I).buffer),U=new Uint8Array(new Int32Array(T).buffer),z=new Uint8Array(new Int32Array(f).buffer),J=new Uint8Array(new Int32Array(b.computeStrides(f)).buffer),ae=e.dataIdMap.get(A.dataId).id;wk(R,O,o.shape.length,M,L,U,z,J,f.length,ae),E=tt({inputs:{x:A},backend:e,attrs:{shape:d}}),e.disposeData(A.dataId)}return E}var vk={kernelName:xs,backendName:"wasm",setupFunc:g4,kernelFunc:x4};function y4(r){let{backend:e,inputs:t,attrs:n}=r,{data:o,dataSplits:s}=t,{separator:a,nGramWidths:u,leftPad:p,rightPad:i,padWidth:l,preserveShortSequences:c}=n,m=e.readSync(o.dataId),f=e.readSync(s.dataId),[d,g]=up(m,f,a,u,p,i,l,c),h=e.makeOutput([d.length],"string"),x=e.dataIdMap.get(h.dataId);x.stringBytes=d;let v=e.makeOutput(s.shape,"int32");return e.typedArrayFromHeap(v).set(g),[h,v]}var Sk={kernelName:ci,backendName:"wasm",kernelFunc:y4};function b4(r){let{backend:e,inputs:t,attrs:n}=r,{input:o,delimiter:s}=t,{skipEmpty:a}=n,u=e.readSync(o.dataId),p=e.readSync(s.dataId),[i,l,c]=pp(u,p[0],a),m=l.length,f=e.makeOutput([m,2],"int32");e.typedArrayFromHeap(f).set(i);let g=e.makeOutput([m],"string"),h=e.dataIdMap.get(g.dataId);h.stringBytes=l;let x=e.makeOutput([2],"int32");return e.typedArrayFromHeap(x).set(c),[f,g,x]}var Ik={kernelName:mi,backendName:"wasm",kernelFunc:b4};function w4(r){let{backend:e,inputs:t,attrs:n}=r,{input:o}=t,{numBuckets:s}=n,a=e.readSync(o.dataId),u=lp(a,s),p=e.makeOutput(o.shape,"int32");return e.typedArrayFromHeap(p).set(u),p}var Ck={kernelName:fi,backendName:"wasm",kernelFunc:w4};var v4=!0,Nk=ge("Sub",v4);var _k;function S4(r){_k=r.wasm.cwrap("Sum",null,["number","number","number","number"])}function I4(r){let{backend:e,inputs:t,attrs:n}=r,{axis:o,keepDims:s}=n,{x:a}=t,u=e.dataIdMap.get(a.dataId).id,p=u,i=a,{transposed:l,axes:c,originalAxes:m,inputWasTransposed:f}=Ot(a,o,e),d=c;if(f){let I=e.dataIdMap.get(l.dataId).id;I!==u&&(i=l,p=I,d=N.getInnerMostAxes(d.length,i.shape.length))}N.assertAxesAreInnerMostDims("sum",d,i.shape.length);let[g,h]=N.computeOutAndReduceShapes(i.shape,d),x=b.sizeFromShape(h),v=e.makeOutput(g,i.dtype);if(b.sizeFromShape(i.shape)!==0){let I=e.dataIdMap.get(v.dataId).id;_k(p,x,Q[v.dtype],I)}if(f&&e.disposeData(l.dataId),s){let I=N.expandShapeToKeepDim(v.shape,m);v.shape=I}return v}var Tk={kernelName:"Sum",backendName:"wasm",setupFunc:S4,kernelFunc:I4};var kk=K("Tan");var Ek=K(di);var $k;function C4(r){$k=r.wasm.cwrap(cs,null,["number","number","number","number","number","number","array","number","number","number"])}function N4(r){let{backend:e,inputs:t,attrs:n}=r,{tensor:o,indices:s,updates:a}=t,{}=n,u=e.makeOutput(o.shape,o.dtype);if(b.sizeFromShape(o.shape)===0)return u;let{sliceRank:p,numUpdates:i,sliceSize:l,strides:c,outputSize:m}=fo.calculateShapes(a,s,o.shape),d=e.dataIdMap.get(s.dataId).id,h=e.dataIdMap.get(a.dataId).id,v=e.dataIdMap.get(o.dataId).id,I=new Uint8Array(new Int32Array(c).buffer),T=e.dataIdMap.get(u.dataId).id;return $k(d,h,Q[a.dtype],p,i,l,I,m,T,v),u}var Ak={kernelName:cs,backendName:"wasm",setupFunc:C4,kernelFunc:N4};var Rk;function _4(r){Rk=r.wasm.cwrap(un,null,["number","array","number","array","number","number"])}function T4(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,s=t.dataIdMap.get(o.dataId).id,{reps:a}=n,u=new Array(o.shape.length);for(let m=0;m<u.length;m++)u[m]=o.shape[m]*a[m];let p=new Uint8Array(new Int32Array(o.shape).buffer),i=new Uint8Array(new Int32Array(u).buffer),l=t.makeOutput(u,o.dtype),c=t.dataIdMap.get(l.dataId).id;return Rk(s,p,o.shape.length,i,u.length,Q[l.dtype],c),l}var Dk={kernelName:un,backendName:"wasm",setupFunc:_4,kernelFunc:T4};var Fk;function k4(r){Fk=r.wasm.cwrap(ys,null,["number","array","number","number","number","bool","number","number"])}var E4=({inputs:r,backend:e,attrs:t})=>{let{x:n}=r,{k:o,sorted:s}=t,a=e.dataIdMap.get(n.dataId).id,u=new Uint8Array(new Int32Array(n.shape).buffer),p=n.shape.slice();p[p.length-1]=o;let i=e.makeOutput(p,n.dtype),l=e.dataIdMap.get(i.dataId).id,c=e.makeOutput(p,"int32"),m=e.dataIdMap.get(c.dataId).id;return Fk(a,u,n.shape.length,Q[n.dtype],o,s,l,m),[i,c]},Ok={kernelName:ys,backendName:"wasm",setupFunc:k4,kernelFunc:E4};var Pk;function $4(r){Pk=r.wasm.cwrap(bs,null,["number","number","bool","number","number","number","number","number","number","array","number","array","number","number","number","number","number"])}function A4(r){let{backend:e,inputs:t,attrs:n}=r,{image:o,transforms:s}=t,{interpolation:a,fillMode:u,fillValue:p,outputShape:i}=n,[l,c,m,f]=o.shape,[d,g]=i??[c,m],h=[l,d,g,f],x=new Uint8Array(new Int32Array(b.computeStrides(o.shape)).buffer),v=new Uint8Array(new Int32Array(b.computeStrides(h)).buffer),I=e.makeOutput(h,o.dtype),T=e.dataIdMap.get(I.dataId).id,A=e.dataIdMap.get(o.dataId).id,O=e.dataIdMap.get(s.dataId).id,M=a==="nearest"?1:2,L;switch(u){case"constant":L=1;break;case"reflect":L=2;break;case"wrap":L=3;break;case"nearest":L=4;break;default:L=1;break}return Pk(A,O,s.shape[0]>1,l,d,g,f,m,c,x,o.shape.length-1,v,h.length-1,M,L,p,T),I}var Mk={kernelName:bs,backendName:"wasm",setupFunc:$4,kernelFunc:A4};function R4(r){let{inputs:e,attrs:t,backend:n}=r,{axis:o}=t,{x:s}=e,{outputValues:a,outputShape:u,indices:p}=mp(n.readSync(s.dataId),o,s.shape,s.dtype);return[n.makeOutput(u,s.dtype,void 0,a),n.makeOutput([p.length],"int32",void 0,p)]}var Lk={kernelName:hi,backendName:"wasm",kernelFunc:R4};function D4(r){let{inputs:e,backend:t,attrs:n}=r,{value:o}=e,{axis:s}=n;s<0&&(s+=o.shape.length);let a=o.shape[s],u=o.shape.length,p=new Array(u-1),i=0;for(let f=0;f<u;f++)f!==s&&(p[i++]=o.shape[f]);let l=new Array(a),c=new Array(u).fill(0),m=o.shape.slice();m[s]=1;for(let f=0;f<l.length;f++)c[s]=f,l[f]=Nr({inputs:{x:o},attrs:{begin:c,size:m},backend:t});return l.map(({dataId:f,dtype:d})=>({dataId:f,dtype:d,shape:p}))}var Bk={kernelName:gi,backendName:"wasm",kernelFunc:D4};function F4(r){let{inputs:{x:e},backend:t}=r,n=t.makeOutput(e.shape,e.dtype);return t.typedArrayFromHeap(n).fill(0),n}var Vk={kernelName:xi,backendName:"wasm",kernelFunc:F4};var O4=[Q0,Z0,J0,eN,tN,nN,uN,lN,cN,mN,fN,dN,hN,gN,xN,bN,NN,vN,IN,kN,o_,a_,i_,u_,p_,l_,m_,f_,h_,x_,b_,v_,I_,C_,N_,T_,E_,A_,D_,O_,M_,B_,U_,G_,H_,q_,j_,X_,Y_,Q_,Z_,J_,eT,rT,nT,oT,aT,uT,lT,mT,dT,hT,gT,oN,xT,yT,bT,vT,ST,IT,NT,TT,_T,kT,ET,$T,AT,DT,OT,MT,LT,VT,WT,zT,qT,jT,YT,ZT,JT,t1,s1,a1,i1,u1,l1,m1,d1,h1,x1,y1,b1,Em,v1,I1,N1,_1,T1,k1,E1,$1,_N,R1,F1,P1,L1,V1,W1,G1,z1,q1,j1,Y1,Q1,J1,ek,tk,rk,n_,n1,nk,ok,ak,uk,lk,ck,fk,dk,hk,gk,xk,bk,vk,Sk,Ik,Ck,Nk,Tk,kk,Ek,Ak,Dk,Ok,Mk,aN,Lk,Bk,Vk];for(let r of O4)Ol(r);var xb=$();xb.registerFlag("WASM_HAS_SIMD_SUPPORT",async()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,10,9,1,7,0,65,0,253,15,26,11]))}catch{return!1}});xb.registerFlag("WASM_HAS_MULTITHREAD_SUPPORT",async()=>{if(xb.get("IS_NODE"))return!1;try{return new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)),WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,5,4,1,3,1,1,10,11,1,9,0,65,0,254,16,2,0,26,11]))}catch{return!1}});var Nb=wu(zk()),Yk=wu(qk()),_b=wu(Kk());var jk=Nb.default||Nb,P4=_b.default||_b,hp=class extends nn{constructor(e){super(),this.wasm=e,this.dataIdNextNumber=1,this.wasm.tfjs.initWithThreadsCount(V4),U4=this.wasm.tfjs.getThreadsCount(),this.dataIdMap=new To(this,Er())}write(e,t,n){let o={id:this.dataIdNextNumber++};return this.move(o,e,t,n,1),o}numDataIds(){return this.dataIdMap.numDataIds()}async time(e){let t=b.now();return e(),{kernelMs:b.now()-t}}move(e,t,n,o,s){let a=this.dataIdNextNumber++;if(o==="string"){let l=t;this.dataIdMap.set(e,{id:a,stringBytes:l,shape:n,dtype:o,memoryOffset:null,refCount:s});return}let u=b.sizeFromShape(n),p=u*b.bytesPerElement(o),i=this.wasm._malloc(p)>>>0;this.dataIdMap.set(e,{id:a,memoryOffset:i,shape:n,dtype:o,refCount:s}),this.wasm.tfjs.registerTensor(a,u,i),t!=null&&this.wasm.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,p),i)}async read(e){return this.readSync(e)}readSync(e,t,n){let{memoryOffset:o,dtype:s,shape:a,stringBytes:u}=this.dataIdMap.get(e);if(s==="string")return(t==null||t===0)&&(n==null||n>=u.length)?u:u.slice(t,n);t=t||0,n=n||b.sizeFromShape(a);let p=b.bytesPerElement(s),i=this.wasm.HEAPU8.slice(o+t*p,o+n*p);return L4(i.buffer,s)}disposeData(e,t=!1){if(this.dataIdMap.has(e)){let n=this.dataIdMap.get(e);if(n.refCount--,!t&&n.refCount>0)return!1;this.wasm._free(n.memoryOffset),this.wasm.tfjs.disposeData(n.id),this.dataIdMap.delete(e)}return!0}refCount(e){return this.dataIdMap.has(e)?this.dataIdMap.get(e).refCount:0}incRef(e){let t=this.dataIdMap.get(e);t!=null&&t.refCount++}floatPrecision(){return 32}getMemoryOffset(e){return this.dataIdMap.get(e).memoryOffset}dispose(){this.wasm.tfjs.dispose(),"PThread"in this.wasm&&this.wasm.PThread.terminateAllThreads(),this.wasm=null}memory(){return{unreliable:!1}}makeOutput(e,t,n,o){let s;if(n==null)s=this.write(o??null,e,t);else{let a=this.dataIdNextNumber++;s={id:a},this.dataIdMap.set(s,{id:a,memoryOffset:n,shape:e,dtype:t,refCount:1});let u=b.sizeFromShape(e);this.wasm.tfjs.registerTensor(a,u,n)}return{dataId:s,shape:e,dtype:t}}typedArrayFromHeap({shape:e,dtype:t,dataId:n}){let o=this.wasm.HEAPU8.buffer,{memoryOffset:s}=this.dataIdMap.get(n),a=b.sizeFromShape(e);switch(t){case"float32":return new Float32Array(o,s,a);case"int32":return new Int32Array(o,s,a);case"bool":return new Uint8Array(o,s,a);default:throw new Error(`Unknown dtype ${t}`)}}};function M4(r){return(e,t)=>(b.fetch(r,{credentials:"same-origin"}).then(n=>{n.ok||e.env.a(`failed to load wasm binary file at '${r}'`),n.arrayBuffer().then(o=>{WebAssembly.instantiate(o,e).then(s=>{t(s.instance,s.module)})})}),{})}function Xk(r,e,t){if(Cb!=null)return Cb;let n="tfjs-backend-wasm.wasm";return r&&e?n="tfjs-backend-wasm-threaded-simd.wasm":r&&(n="tfjs-backend-wasm-simd.wasm"),dp!=null&&dp[n]!=null?dp[n]:t+n}async function Qk(){let[r,e]=await Promise.all([$().getAsync("WASM_HAS_SIMD_SUPPORT"),$().getAsync("WASM_HAS_MULTITHREAD_SUPPORT")]);return new Promise((t,n)=>{let o={};o.locateFile=(u,p)=>{if(u.endsWith(".worker.js")){let i=Yk.wasmWorkerContents.replace(/\n/g,"\\n"),l=new Blob([i],{type:"application/javascript"});return URL.createObjectURL(l)}return u.endsWith(".wasm")?Xk(r,e,fp??p):p+u},Zk&&(o.instantiateWasm=M4(Xk(r,e,fp??"")));let s=!1;o.onAbort=()=>{if(s||Fm)return;Fm=!0,n({message:"Make sure the server can serve the `.wasm` file relative to the bundled js file. For more details see https://github.com/tensorflow/tfjs/blob/master/tfjs-backend-wasm/README.md#using-bundlers"})};let a;e&&r&&Cb==null?(o.mainScriptUrlOrBlob=new Blob(["var WasmBackendModuleThreadedSimd = "+jk.toString()],{type:"text/javascript"}),a=jk(o)):a=P4(o),a.then(u=>{s=!0,Fm=!1;let p=null;u.tfjs={init:u.cwrap("init",null,[]),initWithThreadsCount:u.cwrap("init_with_threads_count",null,["number"]),getThreadsCount:u.cwrap("get_threads_count","number",[]),registerTensor:u.cwrap("register_tensor",null,["number","number","number"]),disposeData:u.cwrap("dispose_data",p,["number"]),dispose:u.cwrap("dispose",p,[])},t({wasm:u})}).catch(n)})}function L4(r,e){switch(e){case"float32":return new Float32Array(r);case"int32":return new Int32Array(r);case"bool":return new Uint8Array(r);default:throw new Error(`Unknown dtype ${e}`)}}var B4=["tfjs-backend-wasm.wasm","tfjs-backend-wasm-simd.wasm","tfjs-backend-wasm-threaded-simd.wasm"],Cb=null,fp=null,dp={},Fm=!1,Zk=!1;function Jk(r,e=!1){if(Fm)throw new Error("The WASM backend was already initialized. Make sure you call `setWasmPaths()` before you call `tf.setBackend()` or `tf.ready()`");if(typeof r=="string")fp=r;else{dp=r;let t=B4.filter(n=>dp[n]==null);if(t.length>0)throw new Error(`There were no entries found for the following binaries: ${t.join(",")}. Please either call setWasmPaths with a map providing a path for each binary, or with a string indicating the directory where all the binaries can be found.`)}Zk=e}var V4=-1,U4=-1;var W4=2;Hl("wasm",async()=>{let{wasm:r}=await Qk();return new hp(r)},W4);var Hs={},Om={alpha:!1,antialias:!1,premultipliedAlpha:!1,preserveDrawingBuffer:!1,depth:!1,stencil:!1,failIfMajorPerformanceCaveat:!0};function eE(r,e){Hs[r]=e}function rr(r,e){if(!(r in Hs)||e!=null){let n=z4(r,e);if(n!==null)Hs[r]=n;else return console.log("Could not get context for WebGL version",r),null}let t=Hs[r];return t==null||t.isContextLost()?(delete Hs[r],rr(r)):(t.disable(t.DEPTH_TEST),t.disable(t.STENCIL_TEST),t.disable(t.BLEND),t.disable(t.DITHER),t.disable(t.POLYGON_OFFSET_FILL),t.disable(t.SAMPLE_COVERAGE),t.enable(t.SCISSOR_TEST),t.enable(t.CULL_FACE),t.cullFace(t.BACK),Hs[r])}function G4(r){if(!$().getBool("IS_SAFARI")&&typeof OffscreenCanvas<"u"&&r===2)return new OffscreenCanvas(300,150);if(typeof document<"u")return document.createElement("canvas");throw new Error("Cannot create a canvas in this context")}function z4(r,e){if(r!==1&&r!==2)throw new Error("Cannot get WebGL rendering context, WebGL is disabled.");let t=e??G4(r);return t.addEventListener("webglcontextlost",n=>{n.preventDefault(),delete Hs[r]},!1),$().getBool("SOFTWARE_WEBGL_ENABLED")&&(Om.failIfMajorPerformanceCaveat=!1),r===1?t.getContext("webgl",Om)||t.getContext("experimental-webgl",Om):t.getContext("webgl2",Om)}var xo;(function(r){r[r.DENSE=0]="DENSE",r[r.SHARED_BATCH=1]="SHARED_BATCH"})(xo||(xo={}));var vt;(function(r){r[r.RENDER=0]="RENDER",r[r.UPLOAD=1]="UPLOAD",r[r.PIXELS=2]="PIXELS",r[r.DOWNLOAD=3]="DOWNLOAD"})(vt||(vt={}));var gt;(function(r){r[r.UNPACKED_FLOAT16=0]="UNPACKED_FLOAT16",r[r.UNPACKED_FLOAT32=1]="UNPACKED_FLOAT32",r[r.PACKED_4X1_UNSIGNED_BYTE=2]="PACKED_4X1_UNSIGNED_BYTE",r[r.PACKED_2X2_FLOAT32=3]="PACKED_2X2_FLOAT32",r[r.PACKED_2X2_FLOAT16=4]="PACKED_2X2_FLOAT16"})(gt||(gt={}));function qs(r,e){return[e,r]}function tE(r,e){return r*e}function gp(r){let e=b.sizeFromShape(r),t=Math.ceil(e/4);return b.sizeToSquarishShape(t)}function Yr(r,e){return[Math.max(1,Math.ceil(e/2)),Math.max(1,Math.ceil(r/2))]}function rE(r,e){let[t,n]=Yr(r,e);return t*n*4}function xp(r,e){let t=r,n,o,s,a,u,p,i,l,c,m;return $().getNumber("WEBGL_VERSION")===2?(n=t.R32F,o=t.R16F,s=t.RGBA16F,a=t.RGBA32F,u=t.RED,i=4,l=1,c=t.HALF_FLOAT,m=t.FLOAT,p=t.RGBA8):(n=r.RGBA,o=r.RGBA,s=r.RGBA,a=t.RGBA,u=r.RGBA,i=4,l=4,c=e!=null?e.HALF_FLOAT_OES:null,m=r.FLOAT,p=r.RGBA),{internalFormatFloat:n,internalFormatHalfFloat:o,internalFormatPackedHalfFloat:s,internalFormatPackedFloat:a,textureFormatFloat:u,downloadTextureFormat:p,downloadUnpackNumChannels:i,defaultNumChannels:l,textureTypeHalfFloat:c,textureTypeFloat:m}}function q(r,e){let t=e();return $().getBool("DEBUG")&&H4(r),t}function H4(r){let e=r.getError();if(e!==r.NO_ERROR)throw new Error("WebGL Error: "+j4(r,e))}var q4=596e-10,K4=65504;function nE(r){return!!($().getBool("WEBGL_RENDER_FLOAT32_ENABLED")||r===0||q4<Math.abs(r)&&Math.abs(r)<K4)}function j4(r,e){switch(e){case r.NO_ERROR:return"NO_ERROR";case r.INVALID_ENUM:return"INVALID_ENUM";case r.INVALID_VALUE:return"INVALID_VALUE";case r.INVALID_OPERATION:return"INVALID_OPERATION";case r.INVALID_FRAMEBUFFER_OPERATION:return"INVALID_FRAMEBUFFER_OPERATION";case r.OUT_OF_MEMORY:return"OUT_OF_MEMORY";case r.CONTEXT_LOST_WEBGL:return"CONTEXT_LOST_WEBGL";default:return`Unknown error code ${e}`}}function yp(r,e){return bn(r,()=>r.getExtension(e),'Extension "'+e+'" not supported on this browser.')}function oE(r,e){let t=bn(r,()=>r.createShader(r.VERTEX_SHADER),"Unable to create vertex WebGLShader.");if(q(r,()=>r.shaderSource(t,e)),q(r,()=>r.compileShader(t)),r.getShaderParameter(t,r.COMPILE_STATUS)===!1)throw console.log(r.getShaderInfoLog(t)),new Error("Failed to compile vertex shader.");return t}function sE(r,e){let t=bn(r,()=>r.createShader(r.FRAGMENT_SHADER),"Unable to create fragment WebGLShader.");if(q(r,()=>r.shaderSource(t,e)),q(r,()=>r.compileShader(t)),$().get("ENGINE_COMPILE_ONLY"))return t;if(r.getShaderParameter(t,r.COMPILE_STATUS)===!1)throw Ab(e,r.getShaderInfoLog(t)),new Error("Failed to compile fragment shader.");return t}var X4=/ERROR: [0-9]+:([0-9]+):/g;function Ab(r,e){let t=X4.exec(e);if(t==null){console.log(`Couldn't parse line number in error: ${e}`),console.log(r);return}let n=+t[1],o=r.split(`
`),s=o.length.toString().length+2,a=o.map((c,m)=>b.rightPad((m+1).toString(),s)+c),u=0;for(let c=0;c<a.length;c++)u=Math.max(a[c].length,u);let p=a.slice(0,n-1),i=a.slice(n-1,n),l=a.slice(n);console.log(p.join(`
`)),console.log(e.split(`
`)[0]),console.log(`%c ${b.rightPad(i[0],u)}`,"border:1px solid red; background-color:#e3d2d2; color:#a61717"),console.log(l.join(`
`))}function aE(r){return bn(r,()=>r.createProgram(),"Unable to create WebGLProgram.")}function iE(r,e){if(q(r,()=>r.linkProgram(e)),!$().get("ENGINE_COMPILE_ONLY")&&r.getProgramParameter(e,r.LINK_STATUS)===!1)throw console.log(r.getProgramInfoLog(e)),new Error("Failed to link vertex and fragment shaders.")}function Mm(r,e){if(q(r,()=>r.validateProgram(e)),r.getProgramParameter(e,r.VALIDATE_STATUS)===!1)throw console.log(r.getProgramInfoLog(e)),new Error("Shader program validation failed.")}function uE(r,e){let t=bn(r,()=>r.createBuffer(),"Unable to create WebGLBuffer");return q(r,()=>r.bindBuffer(r.ARRAY_BUFFER,t)),q(r,()=>r.bufferData(r.ARRAY_BUFFER,e,r.STATIC_DRAW)),t}function pE(r,e){let t=bn(r,()=>r.createBuffer(),"Unable to create WebGLBuffer");return q(r,()=>r.bindBuffer(r.ELEMENT_ARRAY_BUFFER,t)),q(r,()=>r.bufferData(r.ELEMENT_ARRAY_BUFFER,e,r.STATIC_DRAW)),t}function lE(r){return bn(r,()=>r.createTexture(),"Unable to create WebGLTexture.")}function cE(r,e){let t=$().getNumber("WEBGL_MAX_TEXTURE_SIZE");if(r<=0||e<=0){let n=`[${r}x${e}]`;throw new Error("Requested texture size "+n+" is invalid.")}if(r>t||e>t){let n=`[${r}x${e}]`,o=`[${t}x${t}]`;throw new Error("Requested texture size "+n+" greater than WebGL maximum on this browser / GPU "+o+".")}}function mE(r){return bn(r,()=>r.createFramebuffer(),"Unable to create WebGLFramebuffer.")}function Rb(r,e,t,n,o,s,a){let u=r.getAttribLocation(e,t);return u===-1?!1:(q(r,()=>r.bindBuffer(r.ARRAY_BUFFER,n)),q(r,()=>r.vertexAttribPointer(u,o,r.FLOAT,!1,s,a)),q(r,()=>r.enableVertexAttribArray(u)),!0)}function Y4(r,e,t){Z4(r,t),q(r,()=>r.activeTexture(r.TEXTURE0+t)),q(r,()=>r.bindTexture(r.TEXTURE_2D,e))}function fE(r,e,t){return bn(r,()=>r.getUniformLocation(e,t),'uniform "'+t+'" not present in program.')}function dE(r,e,t){return r.getUniformLocation(e,t)}function hE(r,e,t,n){q(r,()=>Y4(r,e,n)),q(r,()=>r.uniform1i(t,n))}function Lm(r,e,t){q(r,()=>r.bindFramebuffer(r.FRAMEBUFFER,t)),q(r,()=>r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,e,0))}function Db(r,e){q(r,()=>r.bindFramebuffer(r.FRAMEBUFFER,e)),q(r,()=>r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,null,0))}function bp(r){let e=r.checkFramebufferStatus(r.FRAMEBUFFER);if(e!==r.FRAMEBUFFER_COMPLETE)throw new Error("Error binding framebuffer: "+Q4(r,e))}function Q4(r,e){switch(e){case r.FRAMEBUFFER_INCOMPLETE_ATTACHMENT:return"FRAMEBUFFER_INCOMPLETE_ATTACHMENT";case r.FRAMEBUFFER_INCOMPLETE_MISSING_ATTACHMENT:return"FRAMEBUFFER_INCOMPLETE_MISSING_ATTACHMENT";case r.FRAMEBUFFER_INCOMPLETE_DIMENSIONS:return"FRAMEBUFFER_INCOMPLETE_DIMENSIONS";case r.FRAMEBUFFER_UNSUPPORTED:return"FRAMEBUFFER_UNSUPPORTED";default:return`unknown error ${e}`}}function bn(r,e,t){let n=q(r,()=>e());if(n==null)throw new Error(t);return n}function Z4(r,e){let t=r.MAX_COMBINED_TEXTURE_IMAGE_UNITS-1,n=e+r.TEXTURE0;if(n<r.TEXTURE0||n>t){let o=`[gl.TEXTURE0, gl.TEXTURE${t}]`;throw new Error(`textureUnit must be in ${o}.`)}}function yo(r,e=2){return b.sizeFromShape(r.slice(0,r.length-e))}function bo(r){if(r.length===0)throw Error("Cannot get rows and columns of an empty shape array.");return[r.length>1?r[r.length-2]:1,r[r.length-1]]}function wp(r){let e=[1,1,1];return r.length===0||r.length===1&&r[0]===1||(e=[yo(r),...bo(r)]),e}function gE(r,e=!1){let t=$().getNumber("WEBGL_MAX_TEXTURE_SIZE"),n=$().getNumber("WEBGL_MAX_SIZE_FOR_NARROW_TEXTURE");n===1/0&&$().getBool("WEBGL_AUTO_SQUARIFY_NARROW_TEXTURE_SHAPE")&&(n=t/2),e&&(t=t*2,n=n*2,r=r.map((u,p)=>p>=r.length-2?b.nearestLargerEven(r[p]):r[p]),r.length===1&&(r=[2,r[0]])),r.length!==2&&(r=b.squeezeShape(r).newShape);let o=b.sizeFromShape(r),s=null;r.length<=1&&o<=t?s=[1,o]:r.length===2&&r[0]<=t&&r[1]<=t?s=r:r.length===3&&r[0]*r[1]<=t&&r[2]<=t?s=[r[0]*r[1],r[2]]:r.length===3&&r[0]<=t&&r[1]*r[2]<=t?s=[r[0],r[1]*r[2]]:r.length===4&&r[0]*r[1]*r[2]<=t&&r[3]<=t?s=[r[0]*r[1]*r[2],r[3]]:r.length===4&&r[0]<=t&&r[1]*r[2]*r[3]<=t&&(s=[r[0],r[1]*r[2]*r[3]]);let a=s!=null&&Math.max(...s)>n&&Math.min(...s)<=(e?2:1)&&Math.min(...s)>0;if(s==null||a)if(e){let u=yo(r),p=2,i=2;r.length&&([p,i]=bo(r)),o=u*(p/2)*(i/2),s=b.sizeToSquarishShape(o).map(l=>l*2)}else s=b.sizeToSquarishShape(o);return s}function Pm(r){return r%2===0}function Ks(r,e){if(r=r.slice(-2),e=e.slice(-2),b.arraysEqual(r,e)||!r.length||!e.length||r[0]===0||r[1]===0||e[0]===0||e[1]===0)return!0;if(r.length!==e.length){let t=r[r.length-1],n=e[e.length-1];if(t===n||Pm(t)&&Pm(n)&&(r[0]===1||e[0]===1))return!0}return r[1]===e[1]&&Pm(r[0])&&Pm(e[0])}var kb,Eb;function xE(r){if(kb==null){let e=rr(r);kb=e.getParameter(e.MAX_TEXTURE_SIZE)}return kb}function yE(r){if(Eb==null){let e=rr(r);Eb=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS)}return Math.min(16,Eb)}function bE(r){if(r===0)return 0;let e,t=rr(r);return hr(t,"EXT_disjoint_timer_query_webgl2")&&r===2?e=2:hr(t,"EXT_disjoint_timer_query")?e=1:e=0,e}function hr(r,e){return r.getExtension(e)!=null}function Fb(r){try{if(rr(r)!=null)return!0}catch(e){return console.log("Error when getting WebGL context: ",e),!1}return!1}function wE(r){if(r===0)return!1;let e=rr(r);if(r===1){if(!hr(e,"OES_texture_float"))return!1}else if(!hr(e,"EXT_color_buffer_float"))return!1;return $b(e)}function vE(r){if(r===0)return!1;let e=rr(r);if(r===1){if(!hr(e,"OES_texture_float")||!hr(e,"WEBGL_color_buffer_float"))return!1}else{if(hr(e,"EXT_color_buffer_float"))return $b(e);let n="EXT_color_buffer_half_float";if(hr(e,n)){let o=e.getExtension(n);return J4(e,o)}return!1}return $b(e)}function $b(r){let e=xp(r),t=r.createTexture();r.bindTexture(r.TEXTURE_2D,t),r.texImage2D(r.TEXTURE_2D,0,e.internalFormatFloat,1,1,0,e.textureFormatFloat,e.textureTypeFloat,null);let s=r.createFramebuffer();r.bindFramebuffer(r.FRAMEBUFFER,s),r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,t,0);let a=r.checkFramebufferStatus(r.FRAMEBUFFER)===r.FRAMEBUFFER_COMPLETE;return r.bindTexture(r.TEXTURE_2D,null),r.bindFramebuffer(r.FRAMEBUFFER,null),r.deleteTexture(t),r.deleteFramebuffer(s),a}function J4(r,e){let t=xp(r,e),n=r.createTexture();r.bindTexture(r.TEXTURE_2D,n),r.texImage2D(r.TEXTURE_2D,0,t.internalFormatHalfFloat,1,1,0,t.textureFormatFloat,t.textureTypeHalfFloat,null);let a=r.createFramebuffer();r.bindFramebuffer(r.FRAMEBUFFER,a),r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,n,0);let u=r.checkFramebufferStatus(r.FRAMEBUFFER)===r.FRAMEBUFFER_COMPLETE;return r.bindTexture(r.TEXTURE_2D,null),r.bindFramebuffer(r.FRAMEBUFFER,null),r.deleteTexture(n),r.deleteFramebuffer(a),u}function SE(r){return r!==2?!1:rr(r).fenceSync!=null}function Qr(r,e){Array.isArray(r)||(r=[r]),r.forEach(t=>{t!=null&&b.assert(t.dtype!=="complex64",()=>`${e} does not support complex64 tensors in the WebGL backend.`)})}var Z=$();Z.registerFlag("HAS_WEBGL",()=>Z.getNumber("WEBGL_VERSION")>0);Z.registerFlag("WEBGL_VERSION",()=>Fb(2)?2:Fb(1)?1:0);Z.registerFlag("WEBGL_CHECK_NUMERICAL_PROBLEMS",()=>!1);Z.registerFlag("WEBGL_BUFFER_SUPPORTED",()=>Z.get("WEBGL_VERSION")===2);Z.registerFlag("WEBGL_CPU_FORWARD",()=>!0);Z.registerFlag("WEBGL_FORCE_F16_TEXTURES",()=>!1);Z.registerFlag("WEBGL_PACK",()=>Z.getBool("HAS_WEBGL"));Z.registerFlag("WEBGL_PACK_NORMALIZATION",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_CLIP",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_DEPTHWISECONV",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_BINARY_OPERATIONS",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_UNARY_OPERATIONS",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_ARRAY_OPERATIONS",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_IMAGE_OPERATIONS",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_REDUCE",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_LAZILY_UNPACK",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_CONV_IM2COL",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_PACK_CONV2DTRANSPOSE",()=>Z.getBool("WEBGL_PACK"));Z.registerFlag("WEBGL_MAX_TEXTURE_SIZE",()=>xE(Z.getNumber("WEBGL_VERSION")));Z.registerFlag("WEBGL_MAX_TEXTURES_IN_SHADER",()=>yE(Z.getNumber("WEBGL_VERSION")));Z.registerFlag("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION",()=>{let r=Z.getNumber("WEBGL_VERSION");return r===0?0:bE(r)});Z.registerFlag("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE",()=>Z.getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")>0&&!to.isMobile());Z.registerFlag("WEBGL_RENDER_FLOAT32_CAPABLE",()=>wE(Z.getNumber("WEBGL_VERSION")));Z.registerFlag("WEBGL_RENDER_FLOAT32_ENABLED",()=>Z.getBool("WEBGL_FORCE_F16_TEXTURES")?!1:Z.getBool("WEBGL_RENDER_FLOAT32_CAPABLE"));Z.registerFlag("WEBGL_DOWNLOAD_FLOAT_ENABLED",()=>vE(Z.getNumber("WEBGL_VERSION")));Z.registerFlag("WEBGL_FENCE_API_ENABLED",()=>SE(Z.getNumber("WEBGL_VERSION")));Z.registerFlag("WEBGL_SIZE_UPLOAD_UNIFORM",()=>Z.getBool("WEBGL_RENDER_FLOAT32_ENABLED")?4:0);Z.registerFlag("WEBGL_DELETE_TEXTURE_THRESHOLD",()=>-1,r=>{if(typeof r!="number")throw new Error(`WEBGL_DELETE_TEXTURE_THRESHOLD must be a number but got ${r}.`);if(r<0&&r!==-1)throw new Error(`WEBGL_DELETE_TEXTURE_THRESHOLD must be -1 (indicating never delete) or at least 0, but got ${r}.`)});Z.registerFlag("WEBGL_FLUSH_THRESHOLD",()=>to.isMobile()?1:-1,r=>{if(typeof r!="number")throw new Error(`WEBGL_FLUSH_THRESHOLD must be a number but got ${r}.`);if(r<0&&r!==-1)throw new Error(`WEBGL_FLUSH_THRESHOLD must be -1 (indicating never manual flush) or at least 0, but got ${r}.`)});Z.registerFlag("CPU_HANDOFF_SIZE_THRESHOLD",()=>128);Z.registerFlag("WEBGL_USE_SHAPES_UNIFORMS",()=>!1);Z.registerFlag("TOPK_LAST_DIM_CPU_HANDOFF_SIZE_THRESHOLD",()=>1e5);Z.registerFlag("TOPK_K_CPU_HANDOFF_THRESHOLD",()=>128);Z.registerFlag("WEBGL_EXP_CONV",()=>!1);Z.registerFlag("SOFTWARE_WEBGL_ENABLED",()=>Z.getBool("IS_TEST"));Z.registerFlag("WEBGL_MAX_SIZE_FOR_NARROW_TEXTURE",()=>1/0);Z.registerFlag("WEBGL_AUTO_SQUARIFY_NARROW_TEXTURE_SHAPE",()=>!1);Z.registerFlag("WEBGL2_ISNAN_CUSTOM",()=>!1);Z.registerFlag("ENGINE_COMPILE_ONLY",()=>!1);function Be(){let r,e,t,n,o,s,a,u,p,i;return $().getNumber("WEBGL_VERSION")===2?(r="#version 300 es",e="in",t="out",n="in",o="texture",s="outputColor",a="out vec4 outputColor;",u=$().getBool("WEBGL2_ISNAN_CUSTOM")?`
      bool isnan_custom(float val) {
        uint floatToUint = floatBitsToUint(val);
        return (floatToUint & 0x7fffffffu) > 0x7f800000u;
      }

      bvec4 isnan_custom(vec4 val) {
        return bvec4(isnan_custom(val.x),
          isnan_custom(val.y), isnan_custom(val.z), isnan_custom(val.w));
      }

      #define isnan(value) isnan_custom(value)
    `:"",p="",i=`
      #define round(value) newRound(value)
      int newRound(float value) {
        return int(floor(value + 0.5));
      }

      ivec4 newRound(vec4 value) {
        return ivec4(floor(value + vec4(0.5)));
      }
    `):(r="",e="attribute",t="varying",n="varying",o="texture2D",s="gl_FragColor",a="",u=`
      #define isnan(value) isnan_custom(value)
      bool isnan_custom(float val) {
        return (val > 0. || val < 1. || val == 0.) ? false : true;
      }
      bvec4 isnan_custom(vec4 val) {
        return bvec4(isnan(val.x), isnan(val.y), isnan(val.z), isnan(val.w));
      }
    `,p=`
      uniform float INFINITY;

      bool isinf(float val) {
        return abs(val) == INFINITY;
      }
      bvec4 isinf(vec4 val) {
        return equal(abs(val), vec4(INFINITY));
      }
    `,i=`
      int round(float value) {
        return int(floor(value + 0.5));
      }

      ivec4 round(vec4 value) {
        return ivec4(floor(value + vec4(0.5)));
      }
    `),{version:r,attribute:e,varyingVs:t,varyingFs:n,texture2D:o,output:s,defineOutput:a,defineSpecialNaN:u,defineSpecialInf:p,defineRound:i}}function Fr(r,e,t="index"){let n=b.computeStrides(e);return n.map((o,s)=>{let a=`int ${r[s]} = ${t} / ${o}`,u=s===n.length-1?`int ${r[s+1]} = ${t} - ${r[s]} * ${o}`:`index -= ${r[s]} * ${o}`;return`${a}; ${u};`}).join("")}function js(r,e,t="index"){let n=b.computeStrides(e);return n.map((o,s)=>{let a=`int ${r[s]} = ${t} / outShapeStrides[${s}]`,u=s===n.length-1?`int ${r[s+1]} = ${t} - ${r[s]} * outShapeStrides[${s}]`:`index -= ${r[s]} * outShapeStrides[${s}]`;return`${a}; ${u};`}).join("")}function eH(r,e){let t=r.length,n=r.map(s=>`${e}[${s}]`),o=new Array(t-1);o[t-2]=n[t-1];for(let s=t-3;s>=0;--s)o[s]=`(${o[s+1]} * ${n[s+1]})`;return o}function IE(r,e,t="index"){let n=r.map((s,a)=>a),o=eH(n,e);return o.map((s,a)=>{let u=`int ${r[a]} = ${t} / ${o[a]}`,p=a===o.length-1?`int ${r[a+1]} = ${t} - ${r[a]} * ${o[a]}`:`index -= ${r[a]} * ${o[a]}`;return`${u}; ${p};`}).join("")}function ji(r){let e=b.computeStrides(r).map(t=>t.toString());return`
  int getFlatIndex(ivec3 coords) {
    return coords.x * ${e[0]} + coords.y * ${e[1]} + coords.z;
  }
`}function Xi(){return`
  int getFlatIndex(ivec3 coords) {
    return coords.x * outShapeStrides[0] + coords.y * outShapeStrides[1] + coords.z;
  }
`}var Vm=`
  const float FLOAT_MAX = 1.70141184e38;
  const float FLOAT_MIN = 1.17549435e-38;

  lowp vec4 encode_float(highp float v) {
    if (isnan(v)) {
      return vec4(255, 255, 255, 255);
    }

    highp float av = abs(v);

    if(av < FLOAT_MIN) {
      return vec4(0.0, 0.0, 0.0, 0.0);
    } else if(v > FLOAT_MAX) {
      return vec4(0.0, 0.0, 128.0, 127.0) / 255.0;
    } else if(v < -FLOAT_MAX) {
      return vec4(0.0, 0.0,  128.0, 255.0) / 255.0;
    }

    highp vec4 c = vec4(0,0,0,0);

    highp float e = floor(log2(av));
    highp float m = exp2(fract(log2(av))) - 1.0;

    c[2] = floor(128.0 * m);
    m -= c[2] / 128.0;
    c[1] = floor(32768.0 * m);
    m -= c[1] / 32768.0;
    c[0] = floor(8388608.0 * m);

    highp float ebias = e + 127.0;
    c[3] = floor(ebias / 2.0);
    ebias -= c[3] * 2.0;
    c[2] += floor(ebias) * 128.0;

    c[3] += 128.0 * step(0.0, -v);

    return c / 255.0;
  }
`;var{getBroadcastDims:CE}=N;function NE(r,e,t){let n=[];if(r.forEach(f=>{let d=b.sizeFromShape(f.shapeInfo.logicalShape);if(f.shapeInfo.isUniform?n.push(`uniform float ${f.name}${d>1?`[${d}]`:""};`):(n.push(`uniform sampler2D ${f.name};`),n.push(`uniform int offset${f.name};`)),t.enableShapeUniforms){let{uniformShape:g}=Um(t.packedInputs,f.shapeInfo.logicalShape,f.shapeInfo.texShape);switch(g.length){case 1:n.push(`uniform int ${f.name}Shape;`);break;case 2:n.push(`uniform ivec2 ${f.name}Shape;`);break;case 3:n.push(`uniform ivec3 ${f.name}Shape;`);break;case 4:n.push(`uniform ivec4 ${f.name}Shape;`);break;default:break}n.push(`uniform ivec2 ${f.name}TexShape;`)}}),t.enableShapeUniforms){switch(e.logicalShape.length){case 1:n.push("uniform int outShape;");break;case 2:n.push("uniform ivec2 outShape;"),n.push("uniform int outShapeStrides;");break;case 3:n.push("uniform ivec3 outShape;"),n.push("uniform ivec2 outShapeStrides;");break;case 4:n.push("uniform ivec4 outShape;"),n.push("uniform ivec3 outShapeStrides;");break;default:break}n.push("uniform ivec2 outTexShape;")}t.customUniforms&&t.customUniforms.forEach(f=>{n.push(`uniform ${f.type} ${f.name}${f.arrayIndex?`[${f.arrayIndex}]`:""};`)});let o=n.join(`
`),s=r.map(f=>tH(f,e,t.packedInputs,t.enableShapeUniforms)).join(`
`),a=e.texShape,u=Be(),p=oH(u),i,l,c=iH(u);return e.isPacked?(i=rH(e.logicalShape,a,t.enableShapeUniforms),l=aH(u)):(i=nH(e.logicalShape,a,t.enableShapeUniforms),l=sH(u)),t.packedInputs&&(c+=cH),[c,p,l,o,i,s,t.userCode].join(`
`)}function Qi(r,e=!1){let t=r.shapeInfo.logicalShape;switch(t.length){case 0:return IH(r,e);case 1:return NH(r,e);case 2:return TH(r,e);case 3:return EH(r,e);case 4:return AH(r,e);case 5:return RH(r);case 6:return DH(r);default:throw new Error(`${t.length}-D input sampling is not yet supported`)}}function _E(r,e){switch(r.shapeInfo.logicalShape.length){case 0:return SH(r);case 1:return CH(r,e);case 2:return _H(r,e);case 3:return kH(r,e);default:return $H(r,e)}}function tH(r,e,t=!1,n){let o="";t?o+=_E(r,n):o+=Qi(r,n);let s=r.shapeInfo.logicalShape,a=e.logicalShape;return s.length<=a.length&&(t?o+=FH(r,e):o+=OH(r,e)),o}function rH(r,e,t){switch(r.length){case 0:return TE();case 1:return mH(r,e,t);case 2:return wH(r,e,t);case 3:return dH(r,e,t);default:return gH(r,e,t)}}function nH(r,e,t){switch(r.length){case 0:return TE();case 1:return fH(r,e,t);case 2:return vH(r,e,t);case 3:return hH(r,e,t);case 4:return xH(r,e,t);case 5:return yH(r,e);case 6:return bH(r,e);default:throw new Error(`${r.length}-D output sampling is not yet supported`)}}function oH(r){return`
    float sampleTexture(sampler2D textureSampler, vec2 uv) {
      return ${r.texture2D}(textureSampler, uv).r;
    }
  `}function sH(r){return`
    void setOutput(float val) {
      ${r.output} = vec4(val, 0, 0, 0);
    }
  `}function aH(r){return`
    void setOutput(vec4 val) {
      ${r.output} = val;
    }
  `}function iH(r){return`${r.version}
    precision highp float;
    precision highp int;
    precision highp sampler2D;
    ${r.varyingFs} vec2 resultUV;
    ${r.defineOutput}
    const vec2 halfCR = vec2(0.5, 0.5);

    struct ivec5
    {
      int x;
      int y;
      int z;
      int w;
      int u;
    };

    struct ivec6
    {
      int x;
      int y;
      int z;
      int w;
      int u;
      int v;
    };

    uniform float NAN;
    ${r.defineSpecialNaN}
    ${r.defineSpecialInf}
    ${r.defineRound}

    int imod(int x, int y) {
      return x - y * (x / y);
    }

    int idiv(int a, int b, float sign) {
      int res = a / b;
      int mod = imod(a, b);
      if (sign < 0. && mod != 0) {
        res -= 1;
      }
      return res;
    }

    //Based on the work of Dave Hoskins
    //https://www.shadertoy.com/view/4djSRW
    #define HASHSCALE1 443.8975
    float random(float seed){
      vec2 p = resultUV * seed;
      vec3 p3  = fract(vec3(p.xyx) * HASHSCALE1);
      p3 += dot(p3, p3.yzx + 19.19);
      return fract((p3.x + p3.y) * p3.z);
    }

    ${uH}
    ${pH}
    ${lH}
  `}var uH=`
vec2 uvFromFlat(int texNumR, int texNumC, int index) {
  int texR = index / texNumC;
  int texC = index - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
vec2 packedUVfrom1D(int texNumR, int texNumC, int index) {
  int texelIndex = index / 2;
  int texR = texelIndex / texNumC;
  int texC = texelIndex - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,pH=`
vec2 packedUVfrom2D(int texelsInLogicalRow, int texNumR,
  int texNumC, int row, int col) {
  int texelIndex = (row / 2) * texelsInLogicalRow + (col / 2);
  int texR = texelIndex / texNumC;
  int texC = texelIndex - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,lH=`
vec2 packedUVfrom3D(int texNumR, int texNumC,
    int texelsInBatch, int texelsInLogicalRow, int b,
    int row, int col) {
  int index = b * texelsInBatch + (row / 2) * texelsInLogicalRow + (col / 2);
  int texR = index / texNumC;
  int texC = index - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,cH=`
  float getChannel(vec4 frag, vec2 innerDims) {
    vec2 modCoord = mod(innerDims, 2.);
    return modCoord.x == 0. ?
      (modCoord.y == 0. ? frag.r : frag.g) :
      (modCoord.y == 0. ? frag.b : frag.a);
  }
  float getChannel(vec4 frag, int dim) {
    float modCoord = mod(float(dim), 2.);
    return modCoord == 0. ? frag.r : frag.g;
  }
`;function TE(){return`
    int getOutputCoords() {
      return 0;
    }
  `}function mH(r,e,t){let n=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)];return n[0]===1?t?`
      int getOutputCoords() {
        return 2 * int(resultUV.x * ceil(float(outTexShape[1]) / 2.0));
      }
    `:`
      int getOutputCoords() {
        return 2 * int(resultUV.x * ${n[1]}.0);
      }
    `:n[1]===1?t?`
      int getOutputCoords() {
        return 2 * int(resultUV.y * ceil(float(outTexShape[0]) / 2.0));
      }
    `:`
      int getOutputCoords() {
        return 2 * int(resultUV.y * ${n[0]}.0);
      }
    `:t?`
    int getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      return 2 * (resTexRC.x * packedTexShape[1] + resTexRC.y);
    }
  `:`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${n[0]}, ${n[1]}));
      return 2 * (resTexRC.x * ${n[1]} + resTexRC.y);
    }
  `}function fH(r,e,t){return e[0]===1?t?`
      int getOutputCoords() {
        return int(resultUV.x * float(outTexShape[1]));
      }
    `:`
      int getOutputCoords() {
        return int(resultUV.x * ${e[1]}.0);
      }
    `:e[1]===1?t?`
      int getOutputCoords() {
        return int(resultUV.y * float(outTexShape[0]));
      }
    `:`
      int getOutputCoords() {
        return int(resultUV.y * ${e[0]}.0);
      }
    `:t?`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(outTexShape[0], outTexShape[1]));
      return resTexRC.x * outTexShape[1] + resTexRC.y;
    }
  `:`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      return resTexRC.x * ${e[1]} + resTexRC.y;
    }
  `}function dH(r,e,t){if(t)return`
    ivec3 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      int texelsInLogicalRow = int(ceil(float(outShape[2]) / 2.0));
      int texelsInBatch = texelsInLogicalRow * int(ceil(float(outShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;

      int b = index / texelsInBatch;
      index -= b * texelsInBatch;

      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec3(b, r, c);
    }
  `;let n=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)],o=Math.ceil(r[2]/2),s=o*Math.ceil(r[1]/2);return`
    ivec3 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${n[0]}, ${n[1]}));
      int index = resTexRC.x * ${n[1]} + resTexRC.y;

      int b = index / ${s};
      index -= b * ${s};

      int r = 2 * (index / ${o});
      int c = imod(index, ${o}) * 2;

      return ivec3(b, r, c);
    }
  `}function hH(r,e,t){if(t)return`
  ivec3 getOutputCoords() {
    ivec2 resTexRC = ivec2(resultUV.yx *
                           vec2(outTexShape[0], outTexShape[1]));
    int index = resTexRC.x * outTexShape[1] + resTexRC.y;
    ${js(["r","c","d"],r)}
    return ivec3(r, c, d);
  }
`;let n=Fr(["r","c","d"],r);return`
    ivec3 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      ${n}
      return ivec3(r, c, d);
    }
  `}function gH(r,e,t){if(t)return`
    ivec4 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;

      int texelsInLogicalRow = int(ceil(float(outShape[3]) / 2.0));
      int texelsInBatch = texelsInLogicalRow * int(ceil(float(outShape[2]) / 2.0));
      int texelsInBatchN = texelsInBatch * outShape[1];

      int b2 = index / texelsInBatchN;
      index -= b2 * texelsInBatchN;

      int b = index / texelsInBatch;
      index -= b * texelsInBatch;

      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec4(b2, b, r, c);
    }
  `;let n=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)],o=Math.ceil(r[r.length-1]/2),s=o*Math.ceil(r[r.length-2]/2),a=s,u="",p="b, r, c";for(let i=2;i<r.length-1;i++)a*=r[r.length-i-1],u=`
      int b${i} = index / ${a};
      index -= b${i} * ${a};
    `+u,p=`b${i}, `+p;return`
    ivec${r.length} getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${n[0]}, ${n[1]}));
      int index = resTexRC.x * ${n[1]} + resTexRC.y;

      ${u}

      int b = index / ${s};
      index -= b * ${s};

      int r = 2 * (index / ${o});
      int c = imod(index, ${o}) * 2;

      return ivec${r.length}(${p});
    }
  `}function xH(r,e,t){if(t)return`
    ivec4 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(outTexShape[0], outTexShape[1]));
      int index = resTexRC.x * outTexShape[1] + resTexRC.y;
      ${js(["r","c","d","d2"],r)}
      return ivec4(r, c, d, d2);
    }
  `;let n=Fr(["r","c","d","d2"],r);return`
    ivec4 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      ${n}
      return ivec4(r, c, d, d2);
    }
  `}function yH(r,e){let t=Fr(["r","c","d","d2","d3"],r);return`
    ivec5 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx * vec2(${e[0]},
                             ${e[1]}));

      int index = resTexRC.x * ${e[1]} + resTexRC.y;

      ${t}

      ivec5 outShape = ivec5(r, c, d, d2, d3);
      return outShape;
    }
  `}function bH(r,e){let t=Fr(["r","c","d","d2","d3","d4"],r);return`
    ivec6 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;

      ${t}

      ivec6 result = ivec6(r, c, d, d2, d3, d4);
      return result;
    }
  `}function wH(r,e,t){let n=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)];if(b.arraysEqual(r,e))return t?`
      ivec2 getOutputCoords() {
        ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
        return 2 * ivec2(resultUV.yx * vec2(packedTexShape[0], packedTexShape[1]));
      }
    `:`
      ivec2 getOutputCoords() {
        return 2 * ivec2(resultUV.yx * vec2(${n[0]}, ${n[1]}));
      }
    `;let o=Math.ceil(r[1]/2);return t?`
    ivec2 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      int texelsInLogicalRow = int(ceil(float(outShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));

      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;
      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec2(r, c);
    }
  `:`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${n[0]}, ${n[1]}));

      int index = resTexRC.x * ${n[1]} + resTexRC.y;
      int r = 2 * (index / ${o});
      int c = imod(index, ${o}) * 2;

      return ivec2(r, c);
    }
  `}function vH(r,e,t){return b.arraysEqual(r,e)?t?`
      ivec2 getOutputCoords() {
        return ivec2(resultUV.yx * vec2(outTexShape[0], outTexShape[1]));
      }
    `:`
      ivec2 getOutputCoords() {
        return ivec2(resultUV.yx * vec2(${e[0]}, ${e[1]}));
      }
    `:r[1]===1?t?`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(outTexShape[0], outTexShape[1]));
        int index = resTexRC.x * outTexShape[1] + resTexRC.y;
        return ivec2(index, 0);
      }
    `:`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(${e[0]}, ${e[1]}));
        int index = resTexRC.x * ${e[1]} + resTexRC.y;
        return ivec2(index, 0);
      }
    `:r[0]===1?t?`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(outTexShape[0], outTexShape[1]));
        int index = resTexRC.x * outTexShape[1] + resTexRC.y;
        return ivec2(0, index);
      }
    `:`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(${e[0]}, ${e[1]}));
        int index = resTexRC.x * ${e[1]} + resTexRC.y;
        return ivec2(0, index);
      }
    `:t?`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(outTexShape[0], outTexShape[1]));
      int index = resTexRC.x * outTexShape[1] + resTexRC.y;
      int r = index / outShape[1];
      int c = index - r * outShape[1];
      return ivec2(r, c);
    }
  `:`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      int r = index / ${r[1]};
      int c = index - r * ${r[1]};
      return ivec2(r, c);
    }
  `}function Xs(r){return`offset${r}`}function SH(r){let e=r.name,t="get"+e.charAt(0).toUpperCase()+e.slice(1),n=Be();return`
    vec4 ${t}() {
      return ${n.texture2D}(${e}, halfCR);
    }
  `}function IH(r,e){let t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1);if(r.shapeInfo.isUniform)return`float ${n}() {return ${t};}`;let[o,s]=r.shapeInfo.texShape;if(o===1&&s===1)return`
      float ${n}() {
        return sampleTexture(${t}, halfCR);
      }
    `;let a=Xs(t);if(e)return`
    float ${n}() {
      vec2 uv = uvFromFlat(${t}TexShape[0], ${t}TexShape[1], ${a});
      return sampleTexture(${t}, uv);
    }
  `;let[u,p]=r.shapeInfo.texShape;return`
    float ${n}() {
      vec2 uv = uvFromFlat(${u}, ${p}, ${a});
      return sampleTexture(${t}, uv);
    }
  `}function CH(r,e){let t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1),o=r.shapeInfo.texShape,s=Be();if(e)return`
    vec4 ${n}(int index) {
      ivec2 packedTexShape = ivec2(ceil(float(${t}TexShape[0]) / 2.0), ceil(float(${t}TexShape[1]) / 2.0));
      vec2 uv = packedUVfrom1D(
        packedTexShape[0], packedTexShape[1], index);
      return ${s.texture2D}(${t}, uv);
    }
  `;let a=[Math.ceil(o[0]/2),Math.ceil(o[1]/2)];return`
    vec4 ${n}(int index) {
      vec2 uv = packedUVfrom1D(
        ${a[0]}, ${a[1]}, index);
      return ${s.texture2D}(${t}, uv);
    }
  `}function NH(r,e){let t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1);if(r.shapeInfo.isUniform)return`
      float ${n}(int index) {
        ${Zi(r)}
      }
    `;let o=r.shapeInfo.texShape,s=o[0],a=o[1];if(a===1&&s===1)return`
      float ${n}(int index) {
        return sampleTexture(${t}, halfCR);
      }
    `;let u=Xs(t);return a===1?e?`
      float ${n}(int index) {
        vec2 uv = vec2(0.5, (float(index + ${u}) + 0.5) / float(${t}TexShape[0]));
        return sampleTexture(${t}, uv);
      }
    `:`
      float ${n}(int index) {
        vec2 uv = vec2(0.5, (float(index + ${u}) + 0.5) / ${s}.0);
        return sampleTexture(${t}, uv);
      }
    `:s===1?e?`
      float ${n}(int index) {
        vec2 uv = vec2((float(index + ${u}) + 0.5) / float(${t}TexShape[1]), 0.5);
        return sampleTexture(${t}, uv);
      }
    `:`
      float ${n}(int index) {
        vec2 uv = vec2((float(index + ${u}) + 0.5) / ${a}.0, 0.5);
        return sampleTexture(${t}, uv);
      }
    `:e?`
    float ${n}(int index) {
      vec2 uv = uvFromFlat(${t}TexShape[0], ${t}TexShape[1], index + ${u});
      return sampleTexture(${t}, uv);
    }
  `:`
    float ${n}(int index) {
      vec2 uv = uvFromFlat(${s}, ${a}, index + ${u});
      return sampleTexture(${t}, uv);
    }
  `}function _H(r,e){let t=r.shapeInfo.logicalShape,n=r.name,o="get"+n.charAt(0).toUpperCase()+n.slice(1),s=r.shapeInfo.texShape,a=s[0],u=s[1],p=Be();if(s!=null&&b.arraysEqual(t,s))return e?`
      vec4 ${o}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${n}TexShape[1], ${n}TexShape[0]);

        return ${p.texture2D}(${n}, uv);
      }
    `:`
      vec4 ${o}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${u}.0, ${a}.0);

        return ${p.texture2D}(${n}, uv);
      }
    `;if(e)return`
    vec4 ${o}(int row, int col) {
      ivec2 packedTexShape = ivec2(ceil(float(${n}TexShape[0]) / 2.0), ceil(float(${n}TexShape[1]) / 2.0));
      int valuesPerRow = int(ceil(float(${n}Shape[1]) / 2.0));
      vec2 uv = packedUVfrom2D(valuesPerRow, packedTexShape[0], packedTexShape[1], row, col);
      return ${p.texture2D}(${n}, uv);
    }
  `;let i=[Math.ceil(s[0]/2),Math.ceil(s[1]/2)],l=Math.ceil(t[1]/2);return`
    vec4 ${o}(int row, int col) {
      vec2 uv = packedUVfrom2D(${l}, ${i[0]}, ${i[1]}, row, col);
      return ${p.texture2D}(${n}, uv);
    }
  `}function TH(r,e){let t=r.shapeInfo.logicalShape,n=r.name,o="get"+n.charAt(0).toUpperCase()+n.slice(1),s=r.shapeInfo.texShape;if(s!=null&&b.arraysEqual(t,s)){if(e)return`
      float ${o}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${n}TexShape[1], ${n}TexShape[0]);
        return sampleTexture(${n}, uv);
      }
    `;let m=s[0],f=s[1];return`
    float ${o}(int row, int col) {
      vec2 uv = (vec2(col, row) + halfCR) / vec2(${f}.0, ${m}.0);
      return sampleTexture(${n}, uv);
    }
  `}let{newShape:a,keptDims:u}=b.squeezeShape(t),p=a;if(p.length<t.length){let m=Ji(r,p),f=["row","col"];return`
      ${Qi(m,e)}
      float ${o}(int row, int col) {
        return ${o}(${eu(f,u)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${o}(int row, int col) {
        int index = round(dot(vec2(row, col), vec2(${t[1]}, 1)));
        ${Zi(r)}
      }
    `;let i=s[0],l=s[1],c=Xs(n);return l===1?e?`
      float ${o}(int row, int col) {
        float index = dot(vec3(row, col, ${c}), vec3(${n}Shape[1], 1, 1));
        vec2 uv = vec2(0.5, (index + 0.5) / float(${n}TexShape[0]));
        return sampleTexture(${n}, uv);
      }
    `:`
    float ${o}(int row, int col) {
      float index = dot(vec3(row, col, ${c}), vec3(${t[1]}, 1, 1));
      vec2 uv = vec2(0.5, (index + 0.5) / ${i}.0);
      return sampleTexture(${n}, uv);
    }
  `:i===1?e?`
      float ${o}(int row, int col) {
        float index = dot(vec3(row, col, ${c}), vec3(${n}Shape[1], 1, 1));
        vec2 uv = vec2((index + 0.5) / float(${n}TexShape[1]), 0.5);
        return sampleTexture(${n}, uv);
      }
    `:`
    float ${o}(int row, int col) {
      float index = dot(vec3(row, col, ${c}), vec3(${t[1]}, 1, 1));
      vec2 uv = vec2((index + 0.5) / ${l}.0, 0.5);
      return sampleTexture(${n}, uv);
    }
  `:e?`
      float ${o}(int row, int col) {
        // Explicitly use integer operations as dot() only works on floats.
        int index = row * ${n}Shape[1] + col + ${c};
        vec2 uv = uvFromFlat(${n}TexShape[0], ${n}TexShape[1], index);
        return sampleTexture(${n}, uv);
      }
    `:`
  float ${o}(int row, int col) {
    // Explicitly use integer operations as dot() only works on floats.
    int index = row * ${t[1]} + col + ${c};
    vec2 uv = uvFromFlat(${i}, ${l}, index);
    return sampleTexture(${n}, uv);
  }
`}function kH(r,e){let t=r.shapeInfo.logicalShape,n=r.name,o="get"+n.charAt(0).toUpperCase()+n.slice(1),s=r.shapeInfo.texShape,a=[Math.ceil(s[0]/2),Math.ceil(s[1]/2)];if(t[0]===1){let m=t.slice(1),f=[1,2],d=Ji(r,m),g=["b","row","col"];return`
        ${_E(d,e)}
        vec4 ${o}(int b, int row, int col) {
          return ${o}(${eu(g,f)});
        }
      `}let u=Be();if(e)return`
    vec4 ${o}(int b, int row, int col) {
      ivec2 packedTexShape = ivec2(ceil(float(${n}TexShape[0]) / 2.0), ceil(float(${n}TexShape[1]) / 2.0));
      int valuesPerRow = int(ceil(float(${n}Shape[2]) / 2.0));
      int texelsInBatch = valuesPerRow * int(ceil(float(${n}Shape[1]) / 2.0));
      vec2 uv = packedUVfrom3D(
        packedTexShape[0], packedTexShape[1], texelsInBatch, valuesPerRow, b, row, col);
      return ${u.texture2D}(${n}, uv);
    }
  `;let p=a[0],i=a[1],l=Math.ceil(t[2]/2),c=l*Math.ceil(t[1]/2);return`
    vec4 ${o}(int b, int row, int col) {
      vec2 uv = packedUVfrom3D(
        ${p}, ${i}, ${c}, ${l}, b, row, col);
      return ${u.texture2D}(${n}, uv);
    }
  `}function EH(r,e){let t=r.shapeInfo.logicalShape,n=r.name,o="get"+n.charAt(0).toUpperCase()+n.slice(1),s=t[1]*t[2],a=t[2],{newShape:u,keptDims:p}=b.squeezeShape(t),i=u;if(i.length<t.length){let g=Ji(r,i),h=["row","col","depth"];return`
        ${Qi(g,e)}
        float ${o}(int row, int col, int depth) {
          return ${o}(${eu(h,p)});
        }
      `}if(r.shapeInfo.isUniform)return`
      float ${o}(int row, int col, int depth) {
        int index = round(dot(vec3(row, col, depth),
                          vec3(${s}, ${a}, 1)));
        ${Zi(r)}
      }
    `;let l=r.shapeInfo.texShape,c=l[0],m=l[1],f=r.shapeInfo.flatOffset;if(m===s&&f==null)return e?`
      float ${o}(int row, int col, int depth) {
        int stride1 = ${n}Shape[2];
        float texR = float(row);
        float texC = dot(vec2(col, depth), vec2(stride1, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${n}TexShape[1], ${n}TexShape[0]);
        return sampleTexture(${n}, uv);
      }
    `:`
        float ${o}(int row, int col, int depth) {
          float texR = float(row);
          float texC = dot(vec2(col, depth), vec2(${a}, 1));
          vec2 uv = (vec2(texC, texR) + halfCR) /
                     vec2(${m}.0, ${c}.0);
          return sampleTexture(${n}, uv);
        }
      `;if(m===a&&f==null)return e?`
      float ${o}(int row, int col, int depth) {
        float texR = dot(vec2(row, col), vec2(${n}Shape[1], 1));
        float texC = float(depth);
        vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${n}TexShape[1], ${n}TexShape[0]);
        return sampleTexture(${n}, uv);
      }
    `:`
    float ${o}(int row, int col, int depth) {
      float texR = dot(vec2(row, col), vec2(${t[1]}, 1));
      float texC = float(depth);
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${m}.0, ${c}.0);
      return sampleTexture(${n}, uv);
    }
  `;let d=Xs(n);return e?`
    float ${o}(int row, int col, int depth) {
      // Explicitly use integer operations as dot() only works on floats.
      int stride0 = ${n}Shape[1] * ${n}Shape[2];
      int stride1 = ${n}Shape[2];
      int index = row * stride0 + col * stride1 + depth + ${d};
      vec2 uv = uvFromFlat(${n}TexShape[0], ${n}TexShape[1], index);
      return sampleTexture(${n}, uv);
    }
    `:`
      float ${o}(int row, int col, int depth) {
        // Explicitly use integer operations as dot() only works on floats.
        int index = row * ${s} + col * ${a} + depth + ${d};
        vec2 uv = uvFromFlat(${c}, ${m}, index);
        return sampleTexture(${n}, uv);
      }
  `}function $H(r,e){let t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1),o=Be();if(e)return`
    vec4 ${n}(int b2, int b, int row, int col) {
      int valuesPerRow = int(ceil(float(${t}Shape[3]) / 2.0));
      int texelsInBatch = valuesPerRow * int(ceil(float(${t}Shape[2]) / 2.0));
      int index = b * texelsInBatch + (row / 2) * valuesPerRow + (col / 2);
      texelsInBatch *= ${t}Shape[1];
      index = b2 * texelsInBatch + index;
      ivec2 packedTexShape = ivec2(ceil(float(${t}TexShape[0]) / 2.0), ceil(float(${t}TexShape[1]) / 2.0));
      int texR = index / packedTexShape[1];
      int texC = index - texR * packedTexShape[1];
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(packedTexShape[1], packedTexShape[0]); return ${o.texture2D}(${t}, uv);
    }
  `;let s=r.shapeInfo.logicalShape,a=s.length,u=r.shapeInfo.texShape,p=[Math.ceil(u[0]/2),Math.ceil(u[1]/2)],i=p[0],l=p[1],c=Math.ceil(s[a-1]/2),m=c*Math.ceil(s[a-2]/2),f="int b, int row, int col",d=`b * ${m} + (row / 2) * ${c} + (col / 2)`;for(let g=2;g<a-1;g++)f=`int b${g}, `+f,m*=s[a-g-1],d=`b${g} * ${m} + `+d;return`
    vec4 ${n}(${f}) {
      int index = ${d};
      int texR = index / ${l};
      int texC = index - texR * ${l};
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${l}, ${i});
      return ${o.texture2D}(${t}, uv);
    }
  `}function AH(r,e){let t=r.shapeInfo.logicalShape,n=r.name,o="get"+n.charAt(0).toUpperCase()+n.slice(1),s=t[3],a=t[2]*s,u=t[1]*a,{newShape:p,keptDims:i}=b.squeezeShape(t);if(p.length<t.length){let v=Ji(r,p),I=["row","col","depth","depth2"];return`
      ${Qi(v,e)}
      float ${o}(int row, int col, int depth, int depth2) {
        return ${o}(${eu(I,i)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${o}(int row, int col, int depth, int depth2) {
        int index = round(dot(vec4(row, col, depth, depth2),
                          vec4(${u}, ${a}, ${s}, 1)));
        ${Zi(r)}
      }
    `;let l=r.shapeInfo.flatOffset,c=r.shapeInfo.texShape,m=c[0],f=c[1],d=`int stride2 = ${n}Shape[3];`,g=`int stride1 = ${n}Shape[2] * stride2;`,h=`int stride0 = ${n}Shape[1] * stride1;`;if(f===u&&l==null)return e?`
      float ${o}(int row, int col, int depth, int depth2) {
        ${d}
        ${g}
        float texR = float(row);
        float texC =
            dot(vec3(col, depth, depth2),
                vec3(stride1, stride2, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${n}TexShape[1], ${n}TexShape[0]);
        return sampleTexture(${n}, uv);
      }
    `:`
      float ${o}(int row, int col, int depth, int depth2) {
        float texR = float(row);
        float texC =
            dot(vec3(col, depth, depth2),
                vec3(${a}, ${s}, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${f}.0, ${m}.0);
        return sampleTexture(${n}, uv);
      }
    `;if(f===s&&l==null)return e?`
      float ${o}(int row, int col, int depth, int depth2) {
        float texR = dot(vec3(row, col, depth),
                         vec3(${n}Shape[1] * ${n}Shape[2], ${n}Shape[2], 1));
        float texC = float(depth2);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${n}TexShape[1], ${n}TexShape[0]);
        return sampleTexture(${n}, uv);
      }
    `:`
      float ${o}(int row, int col, int depth, int depth2) {
        float texR = dot(vec3(row, col, depth),
                         vec3(${t[1]*t[2]}, ${t[2]}, 1));
        float texC = float(depth2);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${f}.0, ${m}.0);
        return sampleTexture(${n}, uv);
      }
    `;let x=Xs(n);return e?`
    float ${o}(int row, int col, int depth, int depth2) {
      // Explicitly use integer operations as dot() only works on floats.
      ${d}
      ${g}
      ${h}
      int index = row * stride0 + col * stride1 +
          depth * stride2 + depth2;
      vec2 uv = uvFromFlat(${n}TexShape[0], ${n}TexShape[1], index + ${x});
      return sampleTexture(${n}, uv);
    }
  `:`
    float ${o}(int row, int col, int depth, int depth2) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${u} + col * ${a} +
          depth * ${s} + depth2;
      vec2 uv = uvFromFlat(${m}, ${f}, index + ${x});
      return sampleTexture(${n}, uv);
    }
  `}function RH(r){let e=r.shapeInfo.logicalShape,t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1),o=e[4],s=e[3]*o,a=e[2]*s,u=e[1]*a,{newShape:p,keptDims:i}=b.squeezeShape(e);if(p.length<e.length){let g=Ji(r,p),h=["row","col","depth","depth2","depth3"];return`
      ${Qi(g)}
      float ${n}(int row, int col, int depth, int depth2, int depth3) {
        return ${n}(${eu(h,i)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${n}(int row, int col, int depth, int depth2, int depth3) {
        float index = dot(
          vec4(row, col, depth, depth2),
          vec4(${u}, ${a}, ${s}, ${o})) +
          depth3;
        ${Zi(r)}
      }
    `;let l=r.shapeInfo.flatOffset,c=r.shapeInfo.texShape,m=c[0],f=c[1];if(f===u&&l==null)return`
      float ${n}(int row, int col, int depth, int depth2, int depth3) {
        int texR = row;
        float texC = dot(vec4(col, depth, depth2, depth3),
                         vec4(${a}, ${s}, ${o}, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${f}.0, ${m}.0);
        return sampleTexture(${t}, uv);
      }
    `;if(f===o&&l==null)return`
      float ${n}(int row, int col, int depth, int depth2, int depth3) {
        float texR = dot(
          vec4(row, col, depth, depth2),
          vec4(${e[1]*e[2]*e[3]},
               ${e[2]*e[3]}, ${e[3]}, 1));
        int texC = depth3;
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${f}.0, ${m}.0);
        return sampleTexture(${t}, uv);
      }
    `;let d=Xs(t);return`
    float ${n}(int row, int col, int depth, int depth2, int depth3) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${u} + col * ${a} + depth * ${s} +
          depth2 * ${o} + depth3 + ${d};
      vec2 uv = uvFromFlat(${m}, ${f}, index);
      return sampleTexture(${t}, uv);
    }
  `}function DH(r){let e=r.shapeInfo.logicalShape,t=r.name,n="get"+t.charAt(0).toUpperCase()+t.slice(1),{newShape:o,keptDims:s}=b.squeezeShape(e);if(o.length<e.length){let h=Ji(r,o),x=["row","col","depth","depth2","depth3","depth4"];return`
      ${Qi(h)}
      float ${n}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        return ${n}(${eu(x,s)});
      }
    `}let a=e[5],u=e[4]*a,p=e[3]*u,i=e[2]*p,l=e[1]*i;if(r.shapeInfo.isUniform)return`
      float ${n}(int row, int col, int depth,
                  int depth2, int depth3, int depth4) {
        int index = round(dot(
          vec4(row, col, depth, depth2),
          vec4(${l}, ${i}, ${p}, ${u})) +
          dot(
            vec2(depth3, depth4),
            vec2(${a}, 1)));
        ${Zi(r)}
      }
    `;let c=r.shapeInfo.flatOffset,m=r.shapeInfo.texShape,f=m[0],d=m[1];if(d===l&&c==null)return`
      float ${n}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        int texR = row;
        float texC = dot(vec4(col, depth, depth2, depth3),
          vec4(${i}, ${p}, ${u}, ${a})) +
               float(depth4);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${d}.0, ${f}.0);
        return sampleTexture(${t}, uv);
      }
    `;if(d===a&&c==null)return`
      float ${n}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        float texR = dot(vec4(row, col, depth, depth2),
          vec4(${e[1]*e[2]*e[3]*e[4]},
               ${e[2]*e[3]*e[4]},
               ${e[3]*e[4]},
               ${e[4]})) + float(depth3);
        int texC = depth4;
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${d}.0, ${f}.0);
        return sampleTexture(${t}, uv);
      }
    `;let g=Xs(t);return`
    float ${n}(int row, int col, int depth,
                  int depth2, int depth3, int depth4) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${l} + col * ${i} + depth * ${p} +
          depth2 * ${u} + depth3 * ${a} + depth4 + ${g};
      vec2 uv = uvFromFlat(${f}, ${d}, index);
      return sampleTexture(${t}, uv);
    }
  `}function Zi(r){let e=r.name,t=b.sizeFromShape(r.shapeInfo.logicalShape);return t<2?`return ${e};`:`
    for (int i = 0; i < ${t}; i++) {
      if (i == index) {
        return ${e}[i];
      }
    }
  `}function FH(r,e){let t=r.name,n=t.charAt(0).toUpperCase()+t.slice(1),o="get"+n+"AtOutCoords",s=r.shapeInfo.logicalShape.length,a=e.logicalShape.length,u=CE(r.shapeInfo.logicalShape,e.logicalShape),p=se(a),i=a-s,l,c=["x","y","z","w","u","v"];s===0?l="":a<2&&u.length>=1?l="coords = 0;":l=u.map(v=>`coords.${c[v+i]} = 0;`).join(`
`);let m="";a<2&&s>0?m="coords":m=r.shapeInfo.logicalShape.map((v,I)=>`coords.${c[I+i]}`).join(", ");let f="return outputValue;",g=b.sizeFromShape(r.shapeInfo.logicalShape)===1,x=b.sizeFromShape(e.logicalShape)===1;if(s===1&&!g&&!x)f=`
      return vec4(outputValue.xy, outputValue.xy);
    `;else if(g&&!x)a===1?f=`
        return vec4(outputValue.x, outputValue.x, 0., 0.);
      `:f=`
        return vec4(outputValue.x);
      `;else if(u.length){let v=s-2,I=s-1;u.indexOf(v)>-1&&u.indexOf(I)>-1?f="return vec4(outputValue.x);":u.indexOf(v)>-1?f="return vec4(outputValue.x, outputValue.y, outputValue.x, outputValue.y);":u.indexOf(I)>-1&&(f="return vec4(outputValue.xx, outputValue.zz);")}return`
    vec4 ${o}() {
      ${p} coords = getOutputCoords();
      ${l}
      vec4 outputValue = get${n}(${m});
      ${f}
    }
  `}function OH(r,e){let t=r.name,n=t.charAt(0).toUpperCase()+t.slice(1),o="get"+n+"AtOutCoords",s=e.texShape,a=r.shapeInfo.texShape,u=r.shapeInfo.logicalShape.length,p=e.logicalShape.length;if(!r.shapeInfo.isUniform&&u===p&&r.shapeInfo.flatOffset==null&&b.arraysEqual(a,s))return`
      float ${o}() {
        return sampleTexture(${t}, resultUV);
      }
    `;let i=se(p),l=CE(r.shapeInfo.logicalShape,e.logicalShape),c=p-u,m,f=["x","y","z","w","u","v"];u===0?m="":p<2&&l.length>=1?m="coords = 0;":m=l.map(g=>`coords.${f[g+c]} = 0;`).join(`
`);let d="";return p<2&&u>0?d="coords":d=r.shapeInfo.logicalShape.map((g,h)=>`coords.${f[h+c]}`).join(", "),`
    float ${o}() {
      ${i} coords = getOutputCoords();
      ${m}
      return get${n}(${d});
    }
  `}function se(r){if(r<=1)return"int";if(r===2)return"ivec2";if(r===3)return"ivec3";if(r===4)return"ivec4";if(r===5)return"ivec5";if(r===6)return"ivec6";throw Error(`GPU for rank ${r} is not yet supported`)}function Um(r,e,t){let{newShape:n,keptDims:o}=b.squeezeShape(e),s=e.length,a=r&&s===3&&e[0]===1,u=a?e.slice(1):n,p=!r&&s>1&&!b.arraysEqual(e,t)&&n.length<s||a;return{useSqueezeShape:p,uniformShape:p?u:e,keptDims:o}}function Ji(r,e){let t=JSON.parse(JSON.stringify(r));return t.shapeInfo.logicalShape=e,t}function eu(r,e){return e.map(t=>r[t]).join(", ")}function EE(r,e,t,n){let o=t.map((l,c)=>{let m={logicalShape:l.shape,texShape:l.isUniform?null:l.texData.texShape,isUniform:l.isUniform,isPacked:l.isUniform?!1:l.texData.isPacked,flatOffset:null};return l.texData!=null&&l.texData.slice!=null&&l.texData.slice.flatOffset>0&&(m.flatOffset=l.texData.slice.flatOffset),{name:e.variableNames[c],shapeInfo:m}}),s=o.map(l=>l.shapeInfo),a={logicalShape:n.shape,texShape:n.texData.texShape,isUniform:!1,isPacked:n.texData.isPacked,flatOffset:null},u=NE(o,a,e),p=sE(r.gl,u),i=r.createProgram(p);return $().get("ENGINE_COMPILE_ONLY")?{program:e,fragmentShader:p,source:u,webGLProgram:i,inShapeInfos:s,outShapeInfo:a,variablesLocations:null,customUniformLocations:null,infLoc:null,nanLoc:null,outShapeLocation:null,outShapeStridesLocation:null,outTexShapeLocation:null}:(r.buildVao(i),Object.assign({program:e,fragmentShader:p,source:u,webGLProgram:i,inShapeInfos:s,outShapeInfo:a},Ob(r,e,i)))}function Ob(r,e,t){let n=[],o=[],s,a,u,p=null,i=null;i=r.getUniformLocation(t,"NAN",!1),$().getNumber("WEBGL_VERSION")===1&&(p=r.getUniformLocation(t,"INFINITY",!1));let l=!1;for(let c of e.variableNames){let m={name:c,uniform:r.getUniformLocation(t,c,l),offset:r.getUniformLocation(t,`offset${c}`,l)};e.enableShapeUniforms&&(m.shape=r.getUniformLocation(t,`${c}Shape`,l),m.texShape=r.getUniformLocation(t,`${c}TexShape`,l)),n.push(m)}if(e.enableShapeUniforms&&(s=r.getUniformLocation(t,"outShape",l),u=r.getUniformLocation(t,"outShapeStrides",l),a=r.getUniformLocation(t,"outTexShape",l)),e.customUniforms)for(let c of e.customUniforms)o.push(r.getUniformLocation(t,c.name,l));return{variablesLocations:n,customUniformLocations:o,infLoc:p,nanLoc:i,outShapeLocation:s,outShapeStridesLocation:u,outTexShapeLocation:a}}function kE(r,e){if(r.length!==e.length)throw Error(`Binary was compiled with ${r.length} inputs, but was executed with ${e.length} inputs`);r.forEach((t,n)=>{let o=t.logicalShape,s=e[n],a=s.shape;if(!b.arraysEqual(o,a))throw Error(`Binary was compiled with different shapes than the current args. Shapes ${o} and ${a} must match`);if(t.isUniform&&s.isUniform)return;let u=t.texShape,p=s.isUniform?null:s.texData.texShape;if(!b.arraysEqual(u,p))throw Error(`Binary was compiled with different texture shapes than the current args. Shape ${u} and ${p} must match`)})}function $E(r,e,t,n,o){e.program.enableShapeUniforms||(kE(e.inShapeInfos,t),kE([e.outShapeInfo],[n]));let s=n.texData.texture,a=n.texData.texShape;n.texData.isPacked?r.setOutputPackedMatrixTexture(s.texture,a[0],a[1]):r.setOutputMatrixTexture(s.texture,a[0],a[1]),r.setProgram(e.webGLProgram),r.bindVertexArray(e.webGLProgram.vao),$().getNumber("WEBGL_VERSION")===1&&e.infLoc!==null&&r.gl.uniform1f(e.infLoc,1/0),e.nanLoc!==null&&r.gl.uniform1f(e.nanLoc,NaN);for(let p=0;p<t.length;++p){let i=t[p],{uniform:l,offset:c,shape:m,texShape:f}=e.variablesLocations[p];if(m){let{uniformShape:d}=Um(e.program.packedInputs,i.shape,i.texData.texShape);switch(d.length){case 1:r.gl.uniform1iv(m,new Int32Array(d));break;case 2:r.gl.uniform2iv(m,new Int32Array(d));break;case 3:r.gl.uniform3iv(m,new Int32Array(d));break;case 4:r.gl.uniform4iv(m,new Int32Array(d));break;default:break}}if(f&&r.gl.uniform2i(f,i.texData.texShape[0],i.texData.texShape[1]),l!=null){if(i.isUniform){if(b.sizeFromShape(i.shape)<2)r.gl.uniform1f(l,i.uniformValues[0]);else{let d=i.uniformValues;d instanceof Float32Array||(d=new Float32Array(d)),r.gl.uniform1fv(l,d)}continue}i.texData.slice!=null&&c!=null&&r.gl.uniform1i(c,i.texData.slice.flatOffset),r.setInputMatrixTexture(i.texData.texture.texture,l,p)}}let u=e.outShapeLocation;if(u)switch(n.shape.length){case 1:r.gl.uniform1iv(u,new Int32Array(n.shape));break;case 2:r.gl.uniform2iv(u,new Int32Array(n.shape));break;case 3:r.gl.uniform3iv(u,new Int32Array(n.shape));break;case 4:r.gl.uniform4iv(u,new Int32Array(n.shape));break;default:break}if(e.outShapeStridesLocation){let p=b.computeStrides(n.shape);switch(n.shape.length){case 2:r.gl.uniform1iv(e.outShapeStridesLocation,new Int32Array(p));break;case 3:r.gl.uniform2iv(e.outShapeStridesLocation,new Int32Array(p));break;case 4:r.gl.uniform3iv(e.outShapeStridesLocation,new Int32Array(p));break;default:break}}if(e.outTexShapeLocation&&r.gl.uniform2i(e.outTexShapeLocation,n.texData.texShape[0],n.texData.texShape[1]),e.program.customUniforms&&o)for(let p=0;p<e.program.customUniforms.length;++p){let i=e.program.customUniforms[p],l=e.customUniformLocations[p],c=o[p];if(i.type==="float")r.gl.uniform1fv(l,c);else if(i.type==="vec2")r.gl.uniform2fv(l,c);else if(i.type==="vec3")r.gl.uniform3fv(l,c);else if(i.type==="vec4")r.gl.uniform4fv(l,c);else if(i.type==="int")r.gl.uniform1iv(l,c);else if(i.type==="ivec2")r.gl.uniform2iv(l,c);else if(i.type==="ivec3")r.gl.uniform3iv(l,c);else if(i.type==="ivec4")r.gl.uniform4iv(l,c);else throw Error(`uniform type ${i.type} is not supported yet.`)}r.executeProgram()}function AE(r,e,t){let n="";e.concat(t).forEach(a=>{let u=a.texData!=null&&a.texData.slice!=null&&a.texData.slice.flatOffset>0;if(r.enableShapeUniforms&&!a.isUniform){let p=a.texData.texShape,{useSqueezeShape:i,uniformShape:l,keptDims:c}=Um(r.packedInputs,a.shape,p),m="",f="",d="";if(l.length===1&&r.packedInputs){let E=[Math.ceil(p[0]/2),Math.ceil(p[1]/2)];m=`${E[0]>1}_${E[1]>1}`}else if(l.length===2&&!r.packedInputs)f=`${l[0]>1}_${l[1]>1}`;else if(l.length>2&&!r.packedInputs){let E=b.computeStrides(l);d=`${E[0]===p[1]}_${E[E.length-1]===p[1]}`}let g=a.shape.length,h=l.length===2&&b.arraysEqual(a.shape,p),x=b.sizeFromShape(a.shape)===1,v=N.getBroadcastDims(a.shape,t.shape),I=!r.packedInputs&&g===t.shape.length&&b.arraysEqual(p,t.texData.texShape),T=r.packedInputs||l.length>2?"":`${p[0]>1}_${p[1]>1}`;n+=`${g}_${I}_${i?c:""}_${l.length}_${x}_${v}_${h}_${m}_${f}_${d}_${T}_${u}`}else{let p=a.isUniform?"uniform":a.texData.texShape;n+=`${a.shape}_${p}_${u}`}});let o=r.userCode,s=r.constructor.name;return s+="_"+n+"_"+o+`${$().getNumber("WEBGL_VERSION")}`,s}function ke(r){return $().getBool("WEBGL_USE_SHAPES_UNIFORMS")&&r<=4}var Wm=class{constructor(e){this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.outPackingScheme=xo.DENSE,this.customUniforms=[{name:"texShape",type:"ivec2"}];let t=Be();this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length),this.userCode=`
      ivec3 outCoordsFromFlatIndex(int index) {
        ${this.enableShapeUniforms?js(["r","c","d"],e):Fr(["r","c","d"],e)}
        return ivec3(r, c, d);
      }

      void main() {
        ivec2 resTexRC = ivec2(resultUV.yx * vec2(texShape[0], texShape[1]));
        int index = 4 * (resTexRC.x * texShape[1] + resTexRC.y);

        vec4 result = vec4(0.);

        for (int i=0; i<4; i++) {
          int flatIndex = index + i;
          ivec3 rc = outCoordsFromFlatIndex(flatIndex);
          result[i] = getA(rc.x, rc.y, rc.z);
        }

        ${t.output} = result;
      }
    `}};var Gm=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outPackingScheme=xo.DENSE,this.customUniforms=[{name:"texShape",type:"ivec2"}];let t=Be();this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length),this.userCode=`
      ivec3 outCoordsFromFlatIndex(int index) {
        ${this.enableShapeUniforms?js(["r","c","d"],e):Fr(["r","c","d"],e)}
        return ivec3(r, c, d);
      }

      void main() {
        ivec2 resTexRC = ivec2(resultUV.yx * vec2(texShape[0], texShape[1]));
        int index = 4 * (resTexRC.x * texShape[1] + resTexRC.y);

        vec4 result = vec4(0.);

        for (int i=0; i<4; i++) {
          int flatIndex = index + i;
          ivec3 rc = outCoordsFromFlatIndex(flatIndex);
          result[i] = getChannel(getA(rc.x, rc.y, rc.z), vec2(rc.y, rc.z));
        }

        ${t.output} = result;
      }
    `}};var zm=class{constructor(e){this.variableNames=["A"],this.outTexUsage=vt.DOWNLOAD;let t=Be();this.outputShape=e,this.userCode=`
      ${Vm}

      void main() {
        float x = getAAtOutCoords();
        ${t.output} = encode_float(x);
      }
    `}};var Hm=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!1,this.outTexUsage=vt.DOWNLOAD;let t=Be();this.outputShape=e,this.userCode=`
      ${Vm}

      void main() {
        ivec3 coords = getOutputCoords();
        float x = getChannel(getAAtOutCoords(), vec2(coords.y, coords.z));
        ${t.output} = encode_float(x);
      }
    `}};var LH={R:0,G:1,B:2,A:3},vp=class{constructor(e,t=!1,n="RGBA"){this.variableNames=["A"],this.customUniforms=[{name:"texShape",type:"ivec2"}];let o=Be();this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length);let s="result";t&&(s="floor(result * 255. + 0.5)");let a="";for(let u=0;u<n.length;u++){let p=n[u];a+=`
          if(offset == ${u}) {
            result = values[${LH[p]}];
          }`}this.userCode=`
      ${this.enableShapeUniforms?Xi():ji(e)}

      void main() {
        ivec3 coords = getOutputCoords();
        int flatIndex = getFlatIndex(coords);
        float result = 0.;
        int offset = imod(flatIndex, ${n.length});

        flatIndex = idiv(flatIndex, ${n.length}, 1.);

        int r = flatIndex / texShape[1];
        if (r < texShape[0]) {
          int c = imod(flatIndex, texShape[1]);
          vec2 uv = (vec2(c, r) + halfCR) / vec2(texShape[1], texShape[0]);
          vec4 values = ${o.texture2D}(A, uv);
          ${a}
        }
        ${o.output} = vec4(${s}, 0., 0., 0.);
      }
    `}};var qm=class{constructor(e,t=!1){this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.customUniforms=[{name:"texShape",type:"ivec2"}];let n=Be();this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length);let o="",s="result";t&&(s="floor(result * 255. + 0.5)");for(let a=0;a<=1;a++)for(let u=0;u<=1;u++){let p=a*2+u;o+=`
          localCoords = coords;
          if(localCoords[2] + ${u} < ${this.enableShapeUniforms?"outShape[2]":`${e[2]}`}) {
          localCoords[2] += ${u};
          if (localCoords[1] + ${a} < ${this.enableShapeUniforms?"outShape[1]":`${e[1]}`}) {
            localCoords[1] += ${a};

            flatIndex = getFlatIndex(localCoords);
            offset = imod(flatIndex, 4);

            flatIndex = idiv(flatIndex, 4, 1.);

            int r = flatIndex / texShape[1];
            int c = imod(flatIndex, texShape[1]);
            vec2 uv = (vec2(c, r) + halfCR) / vec2(texShape[1], texShape[0]);
            values = ${n.texture2D}(A, uv);

            if (offset == 0) {
              result[${p}] = values[0];
            } else if (offset == 1) {
              result[${p}] = values[1];
            } else if (offset == 2) {
              result[${p}] = values[2];
            } else {
              result[${p}] = values[3];
            }
          }
        }
        `}this.userCode=`
        ${this.enableShapeUniforms?Xi():ji(e)}

        void main() {
          ivec3 coords = getOutputCoords();

          vec4 result = vec4(0.);
          int flatIndex, r, c, offset;
          ivec3 localCoords;
          vec2 uv;
          vec4 values;

          ${o}

          ${n.output} = ${s};
        }
    `}};function RE(r){let e=Be(),t=`${e.version}
    precision highp float;
    ${e.attribute} vec3 clipSpacePos;
    ${e.attribute} vec2 uv;
    ${e.varyingVs} vec2 resultUV;

    void main() {
      gl_Position = vec4(clipSpacePos, 1);
      resultUV = uv;
    }`;return oE(r,t)}function DE(r){let e=new Float32Array([-1,1,0,0,1,-1,-1,0,0,0,1,1,0,1,1,1,-1,0,1,0]);return uE(r,e)}function FE(r){let e=new Uint16Array([0,1,2,2,1,3]);return pE(r,e)}function Sp(r,e,t,n,o,s){cE(e,t);let a=lE(r),u=r.TEXTURE_2D;return q(r,()=>r.bindTexture(u,a)),q(r,()=>r.texParameteri(u,r.TEXTURE_WRAP_S,r.CLAMP_TO_EDGE)),q(r,()=>r.texParameteri(u,r.TEXTURE_WRAP_T,r.CLAMP_TO_EDGE)),q(r,()=>r.texParameteri(u,r.TEXTURE_MIN_FILTER,r.NEAREST)),q(r,()=>r.texParameteri(u,r.TEXTURE_MAG_FILTER,r.NEAREST)),$().getNumber("WEBGL_VERSION")===1?q(r,()=>r.texImage2D(u,0,n,e,t,0,o,s,null)):q(r,()=>r.texStorage2D(u,1,n,e,t)),q(r,()=>r.bindTexture(r.TEXTURE_2D,null)),{texture:a,texShape:[t,e]}}function Pb(r){return r.internalFormatFloat}function OE(r,e,t,n){let[o,s]=qs(e,t);return Sp(r,o,s,Pb(n),n.textureFormatFloat,r.FLOAT)}function Mb(r){return r.internalFormatHalfFloat}function PE(r,e,t,n){let[o,s]=qs(e,t);return Sp(r,o,s,Mb(n),n.textureFormatFloat,n.textureTypeHalfFloat)}function Lb(r){return r.downloadTextureFormat}function ME(r,e,t,n){let[o,s]=qs(e,t);return Sp(r,o,s,Lb(n),r.RGBA,r.UNSIGNED_BYTE)}function Bb(r){return r.internalFormatPackedFloat}function LE(r,e,t,n){let[o,s]=Yr(e,t);return Sp(r,o,s,Bb(n),r.RGBA,r.FLOAT)}function Vb(r){return r.internalFormatPackedHalfFloat}function BE(r,e,t,n){let[o,s]=Yr(e,t);return Sp(r,o,s,Vb(n),r.RGBA,n.textureTypeHalfFloat)}function VE(r,e,t){return q(r,()=>r.bindBuffer(r.ARRAY_BUFFER,t)),Rb(r,e,"clipSpacePos",t,3,20,0)&&Rb(r,e,"uv",t,2,20,12)}function UE(r,e,t,n,o,s){q(r,()=>r.bindTexture(r.TEXTURE_2D,e));let a,u,p;o instanceof Uint8Array?(a=new Uint8Array(t*n*4),u=r.UNSIGNED_BYTE,p=r.RGBA):(a=new Float32Array(t*n*4),u=r.FLOAT,p=s.internalFormatPackedFloat),a.set(o),$().getNumber("WEBGL_VERSION")===2?q(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,t,n,r.RGBA,u,a)):q(r,()=>r.texImage2D(r.TEXTURE_2D,0,p,t,n,0,r.RGBA,u,a)),q(r,()=>r.bindTexture(r.TEXTURE_2D,null))}function WE(r,e,t){q(r,()=>r.bindTexture(r.TEXTURE_2D,e)),t.data instanceof Uint8Array?$().getNumber("WEBGL_VERSION")===2?q(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,t.width,t.height,r.RGBA,r.UNSIGNED_BYTE,t.data)):q(r,()=>r.texImage2D(r.TEXTURE_2D,0,r.RGBA,t.width,t.height,0,r.RGBA,r.UNSIGNED_BYTE,t.data)):$().getNumber("WEBGL_VERSION")===2?q(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,r.RGBA,r.UNSIGNED_BYTE,t)):q(r,()=>r.texImage2D(r.TEXTURE_2D,0,r.RGBA,r.RGBA,r.UNSIGNED_BYTE,t)),q(r,()=>r.bindTexture(r.TEXTURE_2D,null))}function GE(r,e,t,n){let o=r.createBuffer();q(r,()=>r.bindBuffer(r.PIXEL_PACK_BUFFER,o));let u=4*4*e*t;return q(r,()=>r.bufferData(r.PIXEL_PACK_BUFFER,u,r.STREAM_READ)),q(r,()=>r.readPixels(0,0,t,e,r.RGBA,r.FLOAT,0)),q(r,()=>r.bindBuffer(r.PIXEL_PACK_BUFFER,null)),o}function zE(r,e,t){let n=r,o=new Float32Array(t);return n.bindBuffer(n.PIXEL_PACK_BUFFER,e),n.getBufferSubData(n.PIXEL_PACK_BUFFER,0,o),n.bindBuffer(n.PIXEL_PACK_BUFFER,null),o}function HE(r,e,t,n){let[o,s]=qs(e,t),a=4,u=new Uint8Array(tE(e*t,a));return q(r,()=>r.readPixels(0,0,o,s,n.downloadTextureFormat,r.UNSIGNED_BYTE,u)),new Float32Array(u.buffer)}function qE(r,e,t,n,o,s,a,u){let p=r,i=new Float32Array(rE(s,a));return p.bindBuffer(p.PIXEL_PACK_BUFFER,e),p.getBufferSubData(p.PIXEL_PACK_BUFFER,0,i),p.bindBuffer(p.PIXEL_PACK_BUFFER,null),i}function KE(r,e,t){let n=new Float32Array(e*t*4);return q(r,()=>r.readPixels(0,0,t,e,r.RGBA,r.FLOAT,n)),n}var tu=class{constructor(e){this.outputTexture=null,this.program=null,this.disposed=!1,this.itemsToPoll=[];let t=$().getNumber("WEBGL_VERSION");if(e!=null?(this.gl=e,eE(t,e)):this.gl=rr(t),e=this.gl,$().getNumber("WEBGL_VERSION")===2){let s=e;this.createVertexArray=()=>q(s,()=>s.createVertexArray()),this.bindVertexArray=a=>q(s,()=>s.bindVertexArray(a)),this.deleteVertexArray=a=>q(s,()=>s.deleteVertexArray(a)),this.getVertexArray=()=>q(s,()=>s.getParameter(s.VERTEX_ARRAY_BINDING))}else if(e!=null){let s=e.getExtension("OES_vertex_array_object");if(s==null)throw new Error("All WebGL1 implementations are expected to offer OES_vertex_array_object.");this.createVertexArray=()=>q(e,()=>s.createVertexArrayOES()),this.bindVertexArray=a=>q(e,()=>s.bindVertexArrayOES(a)),this.deleteVertexArray=a=>q(e,()=>s.deleteVertexArrayOES(a)),this.getVertexArray=()=>q(e,()=>e.getParameter(s.VERTEX_ARRAY_BINDING_OES))}let n="WEBGL_color_buffer_float",o="EXT_color_buffer_half_float";if(this.parallelCompilationExtension=this.gl.getExtension("KHR_parallel_shader_compile"),$().getNumber("WEBGL_VERSION")===1){let s="OES_texture_float",a="OES_texture_half_float";if(this.textureFloatExtension=yp(this.gl,s),hr(this.gl,a))this.textureHalfFloatExtension=yp(this.gl,a);else if($().get("WEBGL_FORCE_F16_TEXTURES"))throw new Error("GL context does not support half float textures, yet the environment flag WEBGL_FORCE_F16_TEXTURES is set to true.");if(this.colorBufferFloatExtension=this.gl.getExtension(n),hr(this.gl,o))this.colorBufferHalfFloatExtension=yp(this.gl,o);else if($().get("WEBGL_FORCE_F16_TEXTURES"))throw new Error("GL context does not support color renderable half floats, yet the environment flag WEBGL_FORCE_F16_TEXTURES is set to true.")}else if(n="EXT_color_buffer_float",hr(this.gl,n))this.colorBufferFloatExtension=this.gl.getExtension(n);else if(hr(this.gl,o))this.colorBufferHalfFloatExtension=this.gl.getExtension(o);else throw new Error("GL context does not support color renderable floats");this.vertexBuffer=DE(this.gl),this.indexBuffer=FE(this.gl),this.framebuffer=mE(this.gl),this.textureConfig=xp(this.gl,this.textureHalfFloatExtension)}get debug(){return $().getBool("DEBUG")}dispose(){if(this.disposed)return;this.program!=null&&console.warn("Disposing a GPGPUContext that still has a bound WebGLProgram. This is probably a resource leak, delete the program with GPGPUContext.deleteProgram before disposing."),this.outputTexture!=null&&console.warn("Disposing a GPGPUContext that still has a bound output matrix texture.  This is probably a resource leak, delete the output matrix texture with GPGPUContext.deleteMatrixTexture before disposing.");let e=this.gl;q(e,()=>e.finish()),q(e,()=>e.bindFramebuffer(e.FRAMEBUFFER,null)),q(e,()=>e.deleteFramebuffer(this.framebuffer)),q(e,()=>e.bindBuffer(e.ARRAY_BUFFER,null)),q(e,()=>e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,null)),q(e,()=>e.deleteBuffer(this.indexBuffer)),this.disposed=!0}createFloat32MatrixTexture(e,t){return this.throwIfDisposed(),OE(this.gl,e,t,this.textureConfig)}createFloat16MatrixTexture(e,t){return this.throwIfDisposed(),PE(this.gl,e,t,this.textureConfig)}createUnsignedBytesMatrixTexture(e,t){return this.throwIfDisposed(),ME(this.gl,e,t,this.textureConfig)}uploadPixelDataToTexture(e,t){this.throwIfDisposed(),WE(this.gl,e,t)}uploadDenseMatrixToTexture(e,t,n,o){this.throwIfDisposed(),UE(this.gl,e,t,n,o,this.textureConfig)}createFloat16PackedMatrixTexture(e,t){return this.throwIfDisposed(),BE(this.gl,e,t,this.textureConfig)}createPackedMatrixTexture(e,t){return this.throwIfDisposed(),LE(this.gl,e,t,this.textureConfig)}deleteMatrixTexture(e){this.throwIfDisposed(),this.outputTexture===e&&(Db(this.gl,this.framebuffer),this.outputTexture=null),q(this.gl,()=>this.gl.deleteTexture(e))}downloadByteEncodedFloatMatrixFromOutputTexture(e,t,n){return this.downloadMatrixDriver(e,()=>HE(this.gl,t,n,this.textureConfig))}downloadPackedMatrixFromBuffer(e,t,n,o,s,a){return qE(this.gl,e,t,n,o,s,a,this.textureConfig)}downloadFloat32MatrixFromBuffer(e,t){return zE(this.gl,e,t)}createBufferFromTexture(e,t,n){this.bindTextureToFrameBuffer(e);let o=GE(this.gl,t,n,this.textureConfig);return this.unbindTextureToFrameBuffer(),o}createAndWaitForFence(){let e=this.createFence(this.gl);return this.pollFence(e)}createFence(e){let t,n;if($().getBool("WEBGL_FENCE_API_ENABLED")){let o=e,s=o.fenceSync(o.SYNC_GPU_COMMANDS_COMPLETE,0);e.flush(),n=()=>{let a=o.clientWaitSync(s,0,0);return a===o.ALREADY_SIGNALED||a===o.CONDITION_SATISFIED},t=s}else $().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")>0?(t=this.beginQuery(),this.endQuery(),n=()=>this.isQueryAvailable(t,$().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))):n=()=>!0;return{query:t,isFencePassed:n}}downloadMatrixFromPackedTexture(e,t,n){return this.downloadMatrixDriver(e,()=>KE(this.gl,t,n))}createProgram(e){this.throwIfDisposed();let t=this.gl;this.vertexShader==null&&(this.vertexShader=RE(t));let n=aE(t);q(t,()=>t.attachShader(n,this.vertexShader)),q(t,()=>t.attachShader(n,e)),iE(t,n);let o=Object.assign(n,{vao:this.createVertexArray()});return this.debug&&Mm(t,o),o}buildVao(e){this.setProgram(e),this.bindVertexArray(e.vao);let t=this.gl;q(t,()=>t.bindBuffer(t.ELEMENT_ARRAY_BUFFER,this.indexBuffer)),VE(t,e,this.vertexBuffer)}deleteProgram(e){this.throwIfDisposed(),e===this.program&&(this.program=null),e!=null&&(q(this.gl,()=>this.gl.deleteProgram(e)),this.deleteVertexArray(e.vao))}setProgram(e){this.throwIfDisposed(),this.program=e,this.program!=null&&this.debug&&Mm(this.gl,this.program),q(this.gl,()=>this.gl.useProgram(e))}getUniformLocation(e,t,n=!0){return this.throwIfDisposed(),n?fE(this.gl,e,t):dE(this.gl,e,t)}getAttributeLocation(e,t){return this.throwIfDisposed(),q(this.gl,()=>this.gl.getAttribLocation(e,t))}getUniformLocationNoThrow(e,t){return this.throwIfDisposed(),this.gl.getUniformLocation(e,t)}setInputMatrixTexture(e,t,n){this.throwIfDisposed(),this.throwIfNoProgram(),hE(this.gl,e,t,n)}setOutputMatrixTexture(e,t,n){this.setOutputMatrixTextureDriver(e,n,t)}setOutputPackedMatrixTexture(e,t,n){this.throwIfDisposed();let[o,s]=Yr(t,n);this.setOutputMatrixTextureDriver(e,o,s)}setOutputMatrixWriteRegion(e,t,n,o){this.setOutputMatrixWriteRegionDriver(n,e,o,t)}setOutputPackedMatrixWriteRegion(e,t,n,o){throw new Error("setOutputPackedMatrixWriteRegion not implemented.")}debugValidate(){this.program!=null&&Mm(this.gl,this.program),bp(this.gl)}executeProgram(){this.throwIfDisposed(),this.throwIfNoProgram();let e=this.gl;if(this.debug){let t=this.getVertexArray();console.assert(t===this.program.vao,"VAO changed between setProgram and executeProgram!"),this.debugValidate()}q(e,()=>e.drawElements(e.TRIANGLES,6,e.UNSIGNED_SHORT,0))}blockUntilAllProgramsCompleted(){this.throwIfDisposed(),q(this.gl,()=>this.gl.finish())}getQueryTimerExtension(){return this.disjointQueryTimerExtension==null&&(this.disjointQueryTimerExtension=yp(this.gl,$().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2?"EXT_disjoint_timer_query_webgl2":"EXT_disjoint_timer_query")),this.disjointQueryTimerExtension}getQueryTimerExtensionWebGL2(){return this.getQueryTimerExtension()}getQueryTimerExtensionWebGL1(){return this.getQueryTimerExtension()}beginQuery(){if($().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2){let n=this.gl,o=this.getQueryTimerExtensionWebGL2(),s=n.createQuery();return n.beginQuery(o.TIME_ELAPSED_EXT,s),s}let e=this.getQueryTimerExtensionWebGL1(),t=e.createQueryEXT();return e.beginQueryEXT(e.TIME_ELAPSED_EXT,t),t}endQuery(){if($().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2){let t=this.gl,n=this.getQueryTimerExtensionWebGL2();t.endQuery(n.TIME_ELAPSED_EXT);return}let e=this.getQueryTimerExtensionWebGL1();e.endQueryEXT(e.TIME_ELAPSED_EXT)}async waitForQueryAndGetTime(e){return await b.repeatedTry(()=>this.disposed||this.isQueryAvailable(e,$().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))),this.getQueryTime(e,$().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))}getQueryTime(e,t){if(t===0)return null;if(t===2){let n=this.gl;return n.getQueryParameter(e,n.QUERY_RESULT)/1e6}else{let n=this.getQueryTimerExtensionWebGL1();return n.getQueryObjectEXT(e,n.QUERY_RESULT_EXT)/1e6}}isQueryAvailable(e,t){if(t===0)return!0;if(t===2){let n=this.gl,o=this.getQueryTimerExtensionWebGL2(),s=n.getQueryParameter(e,n.QUERY_RESULT_AVAILABLE);return this.disjoint==null&&(this.disjoint=this.gl.getParameter(o.GPU_DISJOINT_EXT)),s&&!this.disjoint}else{let n=this.getQueryTimerExtensionWebGL1(),o=n.getQueryObjectEXT(e,n.QUERY_RESULT_AVAILABLE_EXT);return this.disjoint==null&&(this.disjoint=this.gl.getParameter(n.GPU_DISJOINT_EXT)),o&&!this.disjoint}}pollFence(e){return new Promise(t=>{this.addItemToPoll(()=>e.isFencePassed(),()=>t())})}pollItems(){let e=VH(this.itemsToPoll.map(t=>t.isDoneFn));for(let t=0;t<=e;++t){let{resolveFn:n}=this.itemsToPoll[t];n()}this.itemsToPoll=this.itemsToPoll.slice(e+1)}addItemToPoll(e,t){if(this.itemsToPoll.push({isDoneFn:e,resolveFn:t}),this.itemsToPoll.length>1)return;let n;"setTimeoutCustom"in $().platform&&(n=$().platform.setTimeoutCustom.bind($().platform)),b.repeatedTry(()=>(this.pollItems(),this.itemsToPoll.length===0),()=>0,null,n)}bindTextureToFrameBuffer(e){this.throwIfDisposed(),Lm(this.gl,e,this.framebuffer),this.debug&&bp(this.gl)}unbindTextureToFrameBuffer(){this.outputTexture!=null?(Lm(this.gl,this.outputTexture,this.framebuffer),this.debug&&bp(this.gl)):Db(this.gl,this.framebuffer)}downloadMatrixDriver(e,t){this.bindTextureToFrameBuffer(e);let n=t();return this.unbindTextureToFrameBuffer(),n}setOutputMatrixTextureDriver(e,t,n){this.throwIfDisposed();let o=this.gl;Lm(o,e,this.framebuffer),this.debug&&bp(o),this.outputTexture=e,q(o,()=>o.viewport(0,0,t,n)),q(o,()=>o.scissor(0,0,t,n))}setOutputMatrixWriteRegionDriver(e,t,n,o){this.throwIfDisposed(),q(this.gl,()=>this.gl.scissor(e,t,n,o))}throwIfDisposed(){if(this.disposed)throw new Error("Attempted to use disposed GPGPUContext.")}throwIfNoProgram(){if(this.program==null)throw new Error("No GPU program is currently set.")}};function VH(r){let e=0;for(;e<r.length&&r[e]();++e);return e-1}var{addImpl:jE,bincountImpl:Km,bincountReduceImpl:XE,bitwiseAndImpl:YE,castImpl:QE,ceilImpl:ZE,concatImpl:JE,equalImpl:e2,expImpl:t2,expm1Impl:r2,floorImpl:n2,gatherNdImpl:o2,gatherV2Impl:s2,greaterImpl:a2,greaterEqualImpl:i2,lessImpl:u2,lessEqualImpl:p2,linSpaceImpl:l2,logImpl:c2,maxImpl:m2,maximumImpl:f2,minimumImpl:d2,multiplyImpl:h2,negImpl:g2,notEqualImpl:x2,prodImpl:y2,raggedGatherImpl:b2,raggedRangeImpl:w2,raggedTensorToTensorImpl:v2,rangeImpl:S2,rsqrtImpl:I2,scatterImpl:C2,sigmoidImpl:N2,simpleAbsImpl:jm,sliceImpl:_2,sparseFillEmptyRowsImpl:T2,sparseReshapeImpl:k2,sparseSegmentReductionImpl:Xm,sqrtImpl:E2,staticRegexReplaceImpl:$2,stridedSliceImpl:A2,stringNGramsImpl:R2,stringSplitImpl:D2,stringToHashBucketFastImpl:F2,subImpl:O2,tileImpl:P2,topKImpl:M2,transposeImpl:Ys,uniqueImpl:L2}=cb;function Ub(r,e){return["x","y","z","w","u","v"].slice(0,e).map(t=>`${r}.${t}`)}function Ke(r,e){return e===1?[r]:Ub(r,e)}function B2(r,e){if(r===1)return"rc";let t="";for(let n=0;n<r;n++)t+=e[n],n<r-1&&(t+=",");return t}var Ym=class{constructor(e){if(this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.outputShape=e,this.rank=e.length,this.enableShapeUniforms=ke(this.outputShape.length),this.rank===0)this.userCode=`
        void main() {
          setOutput(vec4(getA(), 0., 0., 0.));
        }
      `;else{let t=Ke("rc",this.rank),n=se(this.rank),o=this.getOutOfBoundsCondition(t),s=this.getSetup(t),a=this.getOutput(t);this.userCode=`
        void main() {
          ${n} rc = getOutputCoords();

          if(${o}) {
            setOutput(vec4(0));
          } else {
            ${s}

            setOutput(vec4(${a}));
          }
        }
      `}}getSourceCoordsArr(e){let t=[];for(let n=0;n<=1;n++)for(let o=0;o<=1;o++){let s=`${n===0?"r":"rp1"}, ${o===0?"c":"cp1"}`;for(let a=2;a<this.rank;a++)s=`${e[e.length-1-a]},`+s;t.push(s)}return t}getOutOfBoundsCondition(e){if(this.rank===1)return`rc > ${this.enableShapeUniforms?"outShape":this.outputShape[0]}`;let t="";for(let n=this.rank-2;n<this.rank;n++)t+=`${e[n]} >= ${this.enableShapeUniforms?`outShape[${n}]`:this.outputShape[n]}`,n<this.rank-1&&(t+="||");return t}getSetup(e){if(this.rank===1)return"";let t=e.slice(-2),n=this.enableShapeUniforms?`outShape[${this.rank} - 1]`:this.outputShape[this.rank-1],o=this.enableShapeUniforms?`outShape[${this.rank} - 2]`:this.outputShape[this.rank-2];return`
      int r = ${t[0]};
      int c = ${t[1]};
      int rp1 = r + 1;
      int cp1 = c + 1;

      bool cEdge = cp1 >= ${n};
      bool rEdge = rp1 >= ${o};
    `}getOutput(e){let t=this.getSourceCoordsArr(e);return this.rank===1?`getA(rc), (rc + 1 >= ${this.enableShapeUniforms?"outShape":this.outputShape[0]} ? 0. : getA(rc + 1)), 0, 0`:`getA(${t[0]}),
            cEdge ? 0. : getA(${t[1]}),
            rEdge ? 0. : getA(${t[2]}),
            rEdge || cEdge ? 0. : getA(${t[3]})`}};var ru=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"inputShape",type:"ivec3"}],this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length);let n="";for(let o=0;o<4;o++){let s="thisRC = rc;";o%2===1&&(s+="thisRC.z += 1;"),o>1&&(s+="thisRC.y += 1;"),n+=`
        ${s}
        ${o>0?"if(thisRC.y < rows && thisRC.z < cols){":""}
          int flatIndex = getFlatIndex(thisRC);

          ivec3 inputRC = inputCoordsFromReshapedOutCoords(flatIndex);
          vec2 inputRCInnerDims = vec2(float(inputRC.y),float(inputRC.z));

          result[${o}] =
            getChannel(getA(inputRC.x, inputRC.y, inputRC.z), inputRCInnerDims);
        ${o>0?"}":""}
      `}this.userCode=`
      ${UH(t,this.enableShapeUniforms)}
      ${this.enableShapeUniforms?Xi():ji(e)}

      void main() {
        ivec3 rc = getOutputCoords();

        vec4 result = vec4(0.);

        ivec3 thisRC;
        int rows = ${this.enableShapeUniforms?"outShape[1]":e[1]};
        int cols = ${this.enableShapeUniforms?"outShape[2]":e[2]};

        ${n}

        setOutput(result);
      }
    `}};function UH(r,e){return`
    ivec3 inputCoordsFromReshapedOutCoords(int index) {
      ${e?IE(["r","c","d"],"inputShape"):Fr(["r","c","d"],r)}
      return ivec3(r, c, d);
    }
  `}var Qm=class{constructor(e){this.gpgpu=e,this.numUsedTextures=0,this.numFreeTextures=0,this._numBytesAllocated=0,this._numBytesFree=0,this.freeTextures={},this.usedTextures={},this.logEnabled=!1}acquireTexture(e,t,n){let o=U2(t,n),s=W2(e,o,n);s in this.freeTextures||(this.freeTextures[s]=[]),s in this.usedTextures||(this.usedTextures[s]=[]);let a=V2(e,o,this.gpgpu.gl,this.gpgpu.textureConfig,n);if(this.freeTextures[s].length>0){this.numFreeTextures--,this.numUsedTextures++,this._numBytesFree-=a,this.log();let p=this.freeTextures[s].pop();return this.usedTextures[s].push(p),p}let u;return o===gt.PACKED_2X2_FLOAT32?u=this.gpgpu.createPackedMatrixTexture(e[0],e[1]):o===gt.PACKED_2X2_FLOAT16?u=this.gpgpu.createFloat16PackedMatrixTexture(e[0],e[1]):o===gt.UNPACKED_FLOAT32?u=this.gpgpu.createFloat32MatrixTexture(e[0],e[1]):o===gt.UNPACKED_FLOAT16?u=this.gpgpu.createFloat16MatrixTexture(e[0],e[1]):o===gt.PACKED_4X1_UNSIGNED_BYTE&&(u=this.gpgpu.createUnsignedBytesMatrixTexture(e[0],e[1])),this.usedTextures[s].push(u),this.numUsedTextures++,this._numBytesAllocated+=a,this.log(),u}releaseTexture(e,t,n,o){if(this.freeTextures==null)return;let s=U2(n,o),a=W2(t,s,o);a in this.freeTextures||(this.freeTextures[a]=[]);let u=V2(t,s,this.gpgpu.gl,this.gpgpu.textureConfig,o),p=$().getNumber("WEBGL_DELETE_TEXTURE_THRESHOLD");p!==-1&&this._numBytesAllocated>p?(this.gpgpu.deleteMatrixTexture(e.texture),this._numBytesAllocated-=u):(this.freeTextures[a].push(e),this.numFreeTextures++,this._numBytesFree+=u),this.numUsedTextures--;let i=this.usedTextures[a],l=i&&i.indexOf(e);if(l==null||l<0)throw new Error("Cannot release a texture that was never provided by this texture manager");i[l]=i[i.length-1],i.pop(),this.log()}log(){if(!this.logEnabled)return;let e=this.numFreeTextures+this.numUsedTextures;console.log("Free/Used",`${this.numFreeTextures} / ${this.numUsedTextures}`,`(${e})`);let t=this._numBytesFree/this._numBytesAllocated;console.log(`Bytes allocated: ${this._numBytesAllocated}`),console.log(`Bytes unused: ${this._numBytesFree} (${Math.round(100*t)}%)`)}get numBytesAllocated(){return this._numBytesAllocated}get numBytesFree(){return this._numBytesFree}getNumUsedTextures(){return this.numUsedTextures}getNumFreeTextures(){return this.numFreeTextures}dispose(){if(this.freeTextures!=null){for(let e in this.freeTextures)this.freeTextures[e].forEach(t=>{this.gpgpu.deleteMatrixTexture(t.texture)});for(let e in this.usedTextures)this.usedTextures[e].forEach(t=>{this.gpgpu.deleteMatrixTexture(t.texture)});this.freeTextures=null,this.usedTextures=null,this.numUsedTextures=0,this.numFreeTextures=0,this._numBytesAllocated=0,this._numBytesFree=0}}};function WH(r,e){let t=r;if(e===t.R32F)return 4;if(e===t.R16F)return 2;if(e===t.RGBA32F)return 16;if(e===r.RGBA)return 16;if(e===t.RGBA16F)return 8;if(e===t.RGBA8)return 4;throw new Error(`Unknown internal format ${e}`)}function V2(r,e,t,n,o){let s=GH(e,n),a;if(o){let[p,i]=Yr(r[0],r[1]);a=p*i}else{let[p,i]=qs(r[0],r[1]);a=p*i}let u=WH(t,s);return a*u}function GH(r,e){switch(r){case gt.PACKED_2X2_FLOAT32:return Bb(e);case gt.PACKED_2X2_FLOAT16:return Vb(e);case gt.UNPACKED_FLOAT32:return Pb(e);case gt.UNPACKED_FLOAT16:return Mb(e);case gt.PACKED_4X1_UNSIGNED_BYTE:return Lb(e);default:throw new Error(`Unknown physical texture type ${r}`)}}function zH(r){return $().getBool("WEBGL_RENDER_FLOAT32_ENABLED")?r?gt.PACKED_2X2_FLOAT32:gt.UNPACKED_FLOAT32:r?gt.PACKED_2X2_FLOAT16:gt.UNPACKED_FLOAT16}function U2(r,e){if(r===vt.UPLOAD)return gt.PACKED_2X2_FLOAT32;if(r===vt.RENDER||r==null)return zH(e);if(r===vt.DOWNLOAD||r===vt.PIXELS)return gt.PACKED_4X1_UNSIGNED_BYTE;throw new Error(`Unknown logical texture type ${r}`)}function W2(r,e,t){return`${r[0]}_${r[1]}_${e}_${t}`}var xt=class{constructor(e,t){this.variableNames=["A"],this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length),this.userCode=`
      float unaryOperation(float x) {
        ${t}
      }

      void main() {
        float x = getAAtOutCoords();
        float y = unaryOperation(x);

        setOutput(y);
      }
    `}},ot="if (isnan(x)) return x;",G2="return x;",Wb="return abs(x);";var z2="return (x >= 0.0) ? x : (exp(x) - 1.0);",H2=ot+`
  return (x < 0.0) ? 0.0 : x;
`,q2=ot+`
  return (x < 0.0) ? 0.0 : min(6.0, x);
`,Zr="return x;",K2="return 1.0 / (1.0 + exp(-1.0 * x));";var X2="return x;",Y2=`
  vec4 result;

  result.r = (x.r >= 0.0) ? x.r : (exp(x.r) - 1.0);
  result.g = (x.g >= 0.0) ? x.g : (exp(x.g) - 1.0);
  result.b = (x.b >= 0.0) ? x.b : (exp(x.b) - 1.0);
  result.a = (x.a >= 0.0) ? x.a : (exp(x.a) - 1.0);

  return result;
`,Q2=`
  vec4 result = x * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,Z2=`
  vec4 result = min(x, vec4(6.)) * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,J2="return 1.0 / (1.0 + exp(-1.0 * x));",qt=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length),this.userCode=`
      vec4 unaryOperation(vec4 x) {
        ${t}
      }

      void main() {
        vec4 x = getAAtOutCoords();
        vec4 y = unaryOperation(x);

        setOutput(y);
      }
    `}};var Zm=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!1,this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length);let t=e.length,n=Ke("rc",t),o=se(t),s=B2(t,n),a=n.slice(-2),u=t<=1?"rc":`vec2(${a.join(",")})`;this.userCode=`
      void main() {
        ${o} rc = getOutputCoords();
        vec4 packedInput = getA(${s});

        setOutput(getChannel(packedInput, ${u}));
      }
    `}};var qH=Xr.whereImpl,KH=1e-7,jH=1e-4,Jm={};function XH(r){return r in Jm||(Jm[r]={}),Jm[r]}var YH=$().getNumber("CPU_HANDOFF_SIZE_THRESHOLD"),QH=600;function ZH(){return $().global.screen==null?1024:$().global.screen.height*$().global.screen.width*window.devicePixelRatio*QH/1024/1024}var Ip=class r extends nn{nextDataId(){return r.nextDataId++}constructor(e){if(super(),this.pendingRead=new WeakMap,this.pendingDisposal=new WeakSet,this.dataRefCount=new WeakMap,this.numBytesInGPU=0,this.uploadWaitMs=0,this.downloadWaitMs=0,this.lastGlFlushTime=0,this.warnedAboutMemory=!1,this.pendingDeletes=0,this.disposed=!1,!$().getBool("HAS_WEBGL"))throw new Error("WebGL is not supported on this device");let t;if(e!=null){if(e instanceof tu)t=e;else{let n=rr($().getNumber("WEBGL_VERSION"),e);t=new tu(n)}this.binaryCache={},this.gpgpuCreatedLocally=!1}else{let n=rr($().getNumber("WEBGL_VERSION"));t=new tu(n),this.binaryCache=XH($().getNumber("WEBGL_VERSION")),this.gpgpuCreatedLocally=!0}this.gpgpu=t,this.canvas=this.gpgpu.gl.canvas,this.textureManager=new Qm(this.gpgpu),this.numMBBeforeWarning=ZH(),this.texData=new To(this,Er())}numDataIds(){return this.texData.numDataIds()-this.pendingDeletes}writeTexture(e,t,n,o,s,a){let u=this.makeTensorInfo(t,n),p=this.texData.get(u.dataId);p.isPacked=!1,p.texture={texture:e,texShape:[o,s]},p.texShape=[o,s];let i=wp(t),l=new vp(i,!1,a),c=this.runWebGLProgram(l,[u],n,[[o,s]]);return c.shape=t,p.texture=null,this.disposeIntermediateTensorInfo(u),c.dataId}write(e,t,n){if(($().getBool("WEBGL_CHECK_NUMERICAL_PROBLEMS")||$().getBool("DEBUG"))&&this.checkNumericalProblems(e),n==="complex64"&&e!=null)throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");let o={id:this.nextDataId()};return this.texData.set(o,{shape:t,dtype:n,values:e,usage:vt.UPLOAD,refCount:1}),o}refCount(e){return this.texData.has(e)?this.texData.get(e).refCount:0}incRef(e){let t=this.texData.get(e);t.refCount++}decRef(e){if(this.texData.has(e)){let t=this.texData.get(e);t.refCount--}}move(e,t,n,o,s){if($().getBool("DEBUG")&&this.checkNumericalProblems(t),o==="complex64")throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");this.texData.set(e,{shape:n,dtype:o,values:t,usage:vt.UPLOAD,refCount:s})}disposeIntermediateTensorInfo(e){this.disposeData(e.dataId)}readSync(e){let t=this.texData.get(e),{values:n,dtype:o,complexTensorInfos:s,slice:a,shape:u,isPacked:p}=t;if(a!=null){let m;p?m=new qt(u,Zr):m=new xt(u,Zr);let f=this.runWebGLProgram(m,[{dataId:e,shape:u,dtype:o}],o),d=this.readSync(f.dataId);return this.disposeIntermediateTensorInfo(f),d}if(n!=null)return this.convertAndCacheOnCPU(e);if(o==="string")return n;let i=this.activeTimers!=null,l;i&&(l=b.now());let c;if(o==="complex64"){let m=this.readSync(s.real.dataId),f=this.readSync(s.imag.dataId);c=N.mergeRealAndImagArrays(m,f)}else c=this.getValuesFromTexture(e);return i&&(this.downloadWaitMs+=b.now()-l),this.convertAndCacheOnCPU(e,c)}async read(e){if(this.pendingRead.has(e)){let d=this.pendingRead.get(e);return new Promise(g=>d.push(g))}let t=this.texData.get(e),{values:n,shape:o,slice:s,dtype:a,complexTensorInfos:u,isPacked:p}=t;if(s!=null){let d;p?d=new qt(o,Zr):d=new xt(o,Zr);let g=this.runWebGLProgram(d,[{dataId:e,shape:o,dtype:a}],a),h=this.read(g.dataId);return this.disposeIntermediateTensorInfo(g),h}if(n!=null)return this.convertAndCacheOnCPU(e);if($().getBool("DEBUG")&&!$().getBool("WEBGL_DOWNLOAD_FLOAT_ENABLED")&&$().getNumber("WEBGL_VERSION")===2)throw new Error("tensor.data() with WEBGL_DOWNLOAD_FLOAT_ENABLED=false and WEBGL_VERSION=2 not yet supported.");let i=null,l;if(a!=="complex64"&&$().get("WEBGL_BUFFER_SUPPORTED")){l=this.decode(e);let d=this.texData.get(l.dataId);i=this.gpgpu.createBufferFromTexture(d.texture.texture,...gp(o))}this.pendingRead.set(e,[]),a!=="complex64"&&await this.gpgpu.createAndWaitForFence();let c;if(a==="complex64"){let d=await Promise.all([this.read(u.real.dataId),this.read(u.imag.dataId)]),g=d[0],h=d[1];c=N.mergeRealAndImagArrays(g,h)}else if(i==null)c=this.getValuesFromTexture(e);else{let d=b.sizeFromShape(o);c=this.gpgpu.downloadFloat32MatrixFromBuffer(i,d)}if(l!=null&&this.disposeIntermediateTensorInfo(l),i!=null){let d=this.gpgpu.gl;q(d,()=>d.deleteBuffer(i))}let m=this.convertAndCacheOnCPU(e,c),f=this.pendingRead.get(e);return this.pendingRead.delete(e),f.forEach(d=>d(m)),this.pendingDisposal.has(e)&&(this.pendingDisposal.delete(e),this.disposeData(e)&&Er().removeDataId(e,this),this.pendingDeletes--),m}readToGPU(e,t={}){let n=this.texData.get(e),{values:o,shape:s,slice:a,dtype:u,isPacked:p,texture:i}=n;if(u==="complex64")throw new Error("Does not support reading texture for complex64 dtype.");if(a!=null){let f;p?f=new qt(s,Zr):f=new xt(s,Zr);let d=this.runWebGLProgram(f,[{dataId:e,shape:s,dtype:u}],u),g=this.readToGPU(d,t);return this.disposeIntermediateTensorInfo(d),g}if(i==null)throw o!=null?new Error("Data is not on GPU but on CPU."):new Error("There is no data on GPU or CPU.");let l=this.decode(e,t.customTexShape),c=Er().makeTensorFromTensorInfo(l),m=this.texData.get(l.dataId);return Object.assign({tensorRef:c},m.texture)}bufferSync(e){let t=this.readSync(e.dataId);if(e.dtype==="string")try{let n=t.map(o=>b.decodeString(o));return he(e.shape,e.dtype,n)}catch{throw new Error("Failed to decode encoded string bytes into utf-8")}return he(e.shape,e.dtype,t)}checkNumericalProblems(e){if(e!=null)for(let t=0;t<e.length;t++){let n=e[t];if(!nE(n))throw $().getBool("WEBGL_RENDER_FLOAT32_CAPABLE")?Error(`The value ${n} cannot be represented with your current settings. Consider enabling float32 rendering: 'tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);'`):Error(`The value ${n} cannot be represented on this device.`)}}getValuesFromTexture(e){let{shape:t,dtype:n,isPacked:o}=this.texData.get(e),s=b.sizeFromShape(t);if($().getBool("WEBGL_DOWNLOAD_FLOAT_ENABLED")){let m=this.decode(e),f=this.texData.get(m.dataId),d=this.gpgpu.downloadMatrixFromPackedTexture(f.texture.texture,...gp(t)).subarray(0,s);return this.disposeIntermediateTensorInfo(m),d}let a=$().getBool("WEBGL_PACK")&&o===!0,u=a?wp(t):t,p=a?new Hm(u):new zm(u),i=this.runWebGLProgram(p,[{shape:u,dtype:n,dataId:e}],"float32"),l=this.texData.get(i.dataId),c=this.gpgpu.downloadByteEncodedFloatMatrixFromOutputTexture(l.texture.texture,l.texShape[0],l.texShape[1]).subarray(0,s);return this.disposeIntermediateTensorInfo(i),c}timerAvailable(){return $().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0}time(e){let t=this.activeTimers,n=[],o=!1;this.programTimersStack==null?(this.programTimersStack=n,o=!0):this.activeTimers.push(n),this.activeTimers=n,e();let s=b.flatten(this.activeTimers.map(p=>p.query)).filter(p=>p!=null),a=b.flatten(this.activeTimers.map(p=>p.name)).filter(p=>p!=null);this.activeTimers=t,o&&(this.programTimersStack=null);let u={uploadWaitMs:this.uploadWaitMs,downloadWaitMs:this.downloadWaitMs,kernelMs:null,wallMs:null};return(async()=>{if($().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0){let p=await Promise.all(s);u.kernelMs=b.sum(p),u.getExtraProfileInfo=()=>p.map((i,l)=>({name:a[l],ms:i})).map(i=>`${i.name}: ${i.ms}`).join(", ")}else u.kernelMs={error:"WebGL query timers are not supported in this environment."};return this.uploadWaitMs=0,this.downloadWaitMs=0,u})()}memory(){return{unreliable:!1,numBytesInGPU:this.numBytesInGPU,numBytesInGPUAllocated:this.textureManager.numBytesAllocated,numBytesInGPUFree:this.textureManager.numBytesFree}}startTimer(){return $().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0?this.gpgpu.beginQuery():{startMs:b.now(),endMs:null}}endTimer(e){return $().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0?(this.gpgpu.endQuery(),e):(e.endMs=b.now(),e)}async getQueryTime(e){if($().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0)return this.gpgpu.waitForQueryAndGetTime(e);let t=e;return t.endMs-t.startMs}disposeData(e,t=!1){if(this.pendingDisposal.has(e))return!1;if(!this.texData.has(e))return!0;if(t?this.texData.get(e).refCount=0:this.texData.get(e).refCount--,!t&&this.texData.get(e).refCount>0)return!1;if(this.pendingRead.has(e))return this.pendingDisposal.add(e),this.pendingDeletes++,!1;this.releaseGPUData(e);let{complexTensorInfos:n}=this.texData.get(e);return n!=null&&(this.disposeData(n.real.dataId,t),this.disposeData(n.imag.dataId,t)),this.texData.delete(e),!0}releaseGPUData(e){let{texture:t,dtype:n,texShape:o,usage:s,isPacked:a,slice:u}=this.texData.get(e),p=u&&u.origDataId||e,i=this.dataRefCount.get(p);i>1?this.dataRefCount.set(p,i-1):(this.dataRefCount.delete(p),t!=null&&(this.numBytesInGPU-=this.computeBytes(o,n),this.textureManager.releaseTexture(t,o,s,a)));let l=this.texData.get(e);l.texture=null,l.texShape=null,l.isPacked=!1,l.slice=null}getTexture(e){return this.uploadToGPU(e),this.texData.get(e).texture.texture}getDataInfo(e){return this.texData.get(e)}shouldExecuteOnCPU(e,t=YH){return $().getBool("WEBGL_CPU_FORWARD")&&e.every(n=>this.texData.get(n.dataId).texture==null&&b.sizeFromShape(n.shape)<t)}getGPGPUContext(){return this.gpgpu}where(e){N.warn("tf.where() in webgl locks the UI thread. Call tf.whereAsync() instead");let t=e.dataSync();return qH(e.shape,t)}packedUnaryOp(e,t,n){let o=new qt(e.shape,t),s=this.compileAndRun(o,[e],n);return Er().makeTensorFromTensorInfo(s)}abs(e){if(this.shouldExecuteOnCPU([e])&&e.dtype!=="complex64"){let o=jm(this.texData.get(e.dataId).values);return this.makeOutput(e.shape,e.dtype,o)}if($().getBool("WEBGL_PACK_UNARY_OPERATIONS"))return this.packedUnaryOp(e,Wb,e.dtype);let t=new xt(e.shape,Wb),n=this.compileAndRun(t,[e]);return Er().makeTensorFromTensorInfo(n)}makeTensorInfo(e,t,n){let o;if(t==="string"&&n!=null&&n.length>0&&b.isString(n[0])){let s=n.map(a=>b.encodeString(a));o=this.write(s,e,t)}else o=this.write(n,e,t);return this.texData.get(o).usage=null,{dataId:o,shape:e,dtype:t}}makeOutput(e,t,n){return Er().makeTensorFromTensorInfo(this.makeTensorInfo(e,t,n),this)}unpackTensor(e){let t=new Zm(e.shape);return this.runWebGLProgram(t,[e],e.dtype)}packTensor(e){let t=new Ym(e.shape);return this.runWebGLProgram(t,[e],e.dtype,null,!0)}packedReshape(e,t){let n=[yo(e.shape),...bo(e.shape)],o={dtype:e.dtype,shape:n,dataId:e.dataId},s=[yo(t),...bo(t)],a=new ru(s,n),u=!0,p=[n],i=this.runWebGLProgram(a,[o],e.dtype,p,u);return{dataId:i.dataId,shape:t,dtype:i.dtype}}decode(e,t){let n=this.texData.get(e),{isPacked:o,shape:s,dtype:a}=n;if(t!=null){let m=b.sizeFromShape(s),f=t[0]*t[1]*4;b.assert(m<=f,()=>"customTexShape is too small. Row * Column * 4 should be equal or larger than the size of the tensor data.")}let u=wp(s),p;o?p=new Gm(u):p=new Wm(u);let i=!0,l=[t??gp(u)],c=this.runWebGLProgram(p,[{shape:u,dtype:a,dataId:e}],a,l,i,t);return{dtype:a,shape:s,dataId:c.dataId}}runWebGLProgram(e,t,n,o,s=!1,a){let u=this.makeTensorInfo(e.outputShape,n),p=this.texData.get(u.dataId);if(e.packedOutput&&(p.isPacked=!0),e.outPackingScheme===xo.DENSE){let x=a??gp(e.outputShape);p.texShape=x.map(v=>v*2)}if(e.outTexUsage!=null&&(p.usage=e.outTexUsage),b.sizeFromShape(u.shape)===0)return p.values=b.getTypedArrayFromDType(u.dtype,0),u;let i=[],l=t.map(x=>{if(x.dtype==="complex64")throw new Error("GPGPUProgram does not support complex64 input. For complex64 dtypes, please separate the program into real and imaginary parts.");let v=this.texData.get(x.dataId);if(v.texture==null){if(!e.packedInputs&&b.sizeFromShape(x.shape)<=$().getNumber("WEBGL_SIZE_UPLOAD_UNIFORM"))return{shape:x.shape,texData:null,isUniform:!0,uniformValues:v.values};e.packedInputs&&(v.isPacked=!0,v.shape=x.shape)}if(this.uploadToGPU(x.dataId),!!v.isPacked!=!!e.packedInputs)x=v.isPacked?this.unpackTensor(x):this.packTensor(x),i.push(x),v=this.texData.get(x.dataId);else if(v.isPacked&&!Ks(v.shape,x.shape)){let I=x,T=x.shape;x.shape=v.shape,x=this.packedReshape(x,T),i.push(x),v=this.texData.get(x.dataId),I.shape=T}return{shape:x.shape,texData:v,isUniform:!1}});this.uploadToGPU(u.dataId);let c={shape:u.shape,texData:p,isUniform:!1},m=AE(e,l,c),f=this.getAndSaveBinary(m,()=>EE(this.gpgpu,e,l,c)),d=this.activeTimers!=null,g;d&&(g=this.startTimer()),$().get("ENGINE_COMPILE_ONLY")||$E(this.gpgpu,f,l,c,o),i.forEach(x=>this.disposeIntermediateTensorInfo(x)),d&&(g=this.endTimer(g),this.activeTimers.push({name:e.constructor.name,query:this.getQueryTime(g)}));let h=$().getNumber("WEBGL_FLUSH_THRESHOLD");if(h>0){let x=b.now();x-this.lastGlFlushTime>h&&(this.gpgpu.gl.flush(),this.lastGlFlushTime=x)}if(!$().getBool("WEBGL_LAZILY_UNPACK")&&p.isPacked&&s===!1){let x=this.unpackTensor(u);return this.disposeIntermediateTensorInfo(u),x}return u}compileAndRun(e,t,n,o,s=!1){return n=n||t[0].dtype,this.runWebGLProgram(e,t,n,o,s)}getAndSaveBinary(e,t){return e in this.binaryCache||(this.binaryCache[e]=t()),this.binaryCache[e]}getTextureManager(){return this.textureManager}dispose(){this.disposed||($().getBool("IS_TEST")||Object.keys(this.binaryCache).forEach(t=>{this.gpgpu.deleteProgram(this.binaryCache[t].webGLProgram),delete this.binaryCache[t]}),this.textureManager.dispose(),this.canvas!=null&&typeof HTMLCanvasElement<"u"&&this.canvas instanceof HTMLCanvasElement?this.canvas.remove():this.canvas=null,this.gpgpuCreatedLocally&&(this.gpgpu.program=null,this.gpgpu.dispose()),this.disposed=!0)}floatPrecision(){return this.floatPrecisionValue==null&&(this.floatPrecisionValue=ie(()=>{if(!$().get("WEBGL_RENDER_FLOAT32_ENABLED")){let e=$().getBool("DEBUG");$().set("DEBUG",!1);let t=this.abs(ee(1e-8)).dataSync()[0];if($().set("DEBUG",e),t>0)return 32}return 16})),this.floatPrecisionValue}epsilon(){return this.floatPrecision()===32?KH:jH}uploadToGPU(e){let t=this.texData.get(e),{shape:n,dtype:o,values:s,texture:a,usage:u,isPacked:p}=t;if(a!=null)return;let i=this.activeTimers!=null,l;i&&(l=b.now());let c=t.texShape;if(c==null&&(c=gE(n,p),t.texShape=c),s!=null){let m=wp(n),f,d=c[1],g=c[0],h=s instanceof Uint8Array||s instanceof Uint8ClampedArray;(p||!h)&&([d,g]=Yr(c[0],c[1])),p?f=new qm(m,h):f=new vp(m,h);let x=h?[g,d]:c,v=this.makeTensorInfo(x,o),I=this.texData.get(v.dataId);h?I.usage=vt.PIXELS:I.usage=vt.UPLOAD,I.texShape=x,this.gpgpu.uploadDenseMatrixToTexture(this.getTexture(v.dataId),d,g,s);let T=[[g,d]],A=this.runWebGLProgram(f,[v],o,T,!0),R=this.texData.get(A.dataId);t.texShape=R.texShape,t.isPacked=R.isPacked,t.usage=R.usage,$().get("ENGINE_COMPILE_ONLY")?this.disposeData(A.dataId):(t.texture=R.texture,t.values=null,this.texData.delete(A.dataId)),this.disposeIntermediateTensorInfo(v),i&&(this.uploadWaitMs+=b.now()-l)}else{let m=this.acquireTexture(c,u,o,p);t.texture=m}}convertAndCacheOnCPU(e,t){let n=this.texData.get(e),{dtype:o}=n;return t!=null&&(n.values=JH(t,o)),n.values}acquireTexture(e,t,n,o){if(this.numBytesInGPU+=this.computeBytes(e,n),!this.warnedAboutMemory&&this.numBytesInGPU>this.numMBBeforeWarning*1024*1024){let s=(this.numBytesInGPU/1024/1024).toFixed(2);this.warnedAboutMemory=!0,console.warn(`High memory usage in GPU: ${s} MB, most likely due to a memory leak`)}return this.textureManager.acquireTexture(e,t,o)}computeBytes(e,t){return e[0]*e[1]*b.bytesPerElement(t)}checkCompileCompletion(){for(let[,e]of Object.entries(this.binaryCache))this.checkCompletion_(e)}async checkCompileCompletionAsync(){let e=[];if(this.gpgpu.parallelCompilationExtension){for(let[,t]of Object.entries(this.binaryCache))e.push(this.checkCompletionAsync_(t));return Promise.all(e)}else{for(let[,t]of Object.entries(this.binaryCache)){let n=new Promise(o=>{try{this.checkCompletion_(t),o(!0)}catch(s){throw s}});e.push(n)}return Promise.all(e)}}async checkCompletionAsync_(e){return this.gpgpu.gl.getProgramParameter(e.webGLProgram,this.gpgpu.parallelCompilationExtension.COMPLETION_STATUS_KHR)?this.checkCompletion_(e):(await dy(),this.checkCompletionAsync_(e))}checkCompletion_(e){if(this.gpgpu.gl.getProgramParameter(e.webGLProgram,this.gpgpu.gl.LINK_STATUS)===!1)throw console.log(this.gpgpu.gl.getProgramInfoLog(e.webGLProgram)),this.gpgpu.gl.getShaderParameter(e.fragmentShader,this.gpgpu.gl.COMPILE_STATUS)===!1?(Ab(e.source,this.gpgpu.gl.getShaderInfoLog(e.fragmentShader)),new Error("Failed to compile fragment shader.")):new Error("Failed to link vertex and fragment shaders.");return!0}getUniformLocations(){for(let e of Object.values(this.binaryCache)){this.gpgpu.buildVao(e.webGLProgram);let{variablesLocations:t,customUniformLocations:n,infLoc:o,nanLoc:s,outShapeLocation:a,outShapeStridesLocation:u,outTexShapeLocation:p}=Ob(this.gpgpu,e.program,e.webGLProgram);e.variablesLocations=t,e.customUniformLocations=n,e.infLoc=o,e.nanLoc=s,e.outShapeLocation=a,e.outShapeStridesLocation=u,e.outTexShapeLocation=p}}createTensorFromGPUData(e,t,n){e.channels=e.channels||"RGBA";let{texture:o,height:s,width:a,channels:u}=e,p=Er().backend;if(!p.gpgpu.gl.isTexture(o))throw new Error("The texture is invalid. Also, please make sure the texture and the TFJS WebGL backend are using the same canvas. If you want to use your own custom canvas, you have to create and use the custom TFJS WebGL backend created from the canvas through 'new tf.MathBackendWebGL(customCanvas)'.");let i=p.writeTexture(o,t,n,s,a,u);return Er().makeTensorFromDataId(i,t,n,p)}};Ip.nextDataId=0;function JH(r,e){if(e==="float32"||e==="complex64")return r;if(e==="int32"||e==="bool"){let t=e==="int32"?new Int32Array(r.length):new Uint8Array(r.length);for(let n=0;n<t.length;++n)t[n]=Math.round(r[n]);return t}else throw new Error(`Unknown dtype ${e}`)}to.isBrowser()&&Hl("webgl",()=>new Ip,2);var nu=`
  if (isnan(a)) return a;
  if (isnan(b)) return b;
`;var Kt=class{constructor(e,t,n){this.variableNames=["A","B"],this.outputShape=N.assertAndGetBroadcastShape(t,n),this.enableShapeUniforms=ke(this.outputShape.length),this.userCode=`
      float binaryOperation(float a, float b) {
        ${e}
      }

      void main() {
        float a = getAAtOutCoords();
        float b = getBAtOutCoords();
        setOutput(binaryOperation(a, b));
      }
    `}};var or=`
  result.r = isNaN.r ? NAN : result.r;
  result.g = isNaN.g ? NAN : result.g;
  result.b = isNaN.b ? NAN : result.b;
  result.a = isNaN.a ? NAN : result.a;
`;var nr=class{constructor(e,t,n,o=!1){this.variableNames=["A","B"],this.supportsBroadcasting=!0,this.packedInputs=!0,this.packedOutput=!0,this.outputShape=N.assertAndGetBroadcastShape(t,n);let s=this.outputShape.length;this.enableShapeUniforms=ke(s);let a="";if(o)if(s===0||b.sizeFromShape(this.outputShape)===1)a=`
          result.y = 0.;
          result.z = 0.;
          result.w = 0.;
        `;else if(a=`
          ${se(s)} coords = getOutputCoords();
        `,s===1)this.enableShapeUniforms?a+=`
            result.y = (coords + 1) >= outShape ? 0. : result.y;
            result.z = 0.;
            result.w = 0.;
          `:a+=`
            result.y = (coords + 1) >= ${this.outputShape[0]} ? 0. : result.y;
            result.z = 0.;
            result.w = 0.;
          `;else{let p=Ke("coords",s);this.enableShapeUniforms?a+=`
            bool nextRowOutOfBounds =
              (${p[s-2]} + 1) >= outShape[${s} - 2];
            bool nextColOutOfBounds =
              (${p[s-1]} + 1) >= outShape[${s} - 1];
            result.y = nextColOutOfBounds ? 0. : result.y;
            result.z = nextRowOutOfBounds ? 0. : result.z;
            result.w = nextColOutOfBounds || nextRowOutOfBounds ? 0. : result.w;
          `:a+=`
            bool nextRowOutOfBounds =
              (${p[s-2]} + 1) >= ${this.outputShape[s-2]};
            bool nextColOutOfBounds =
              (${p[s-1]} + 1) >= ${this.outputShape[s-1]};
            result.y = nextColOutOfBounds ? 0. : result.y;
            result.z = nextRowOutOfBounds ? 0. : result.z;
            result.w = nextColOutOfBounds || nextRowOutOfBounds ? 0. : result.w;
          `}this.userCode=`
      vec4 binaryOperation(vec4 a, vec4 b) {
        ${e}
      }

      void main() {
        vec4 a = getAAtOutCoords();
        vec4 b = getBAtOutCoords();

        vec4 result = binaryOperation(a, b);
        ${a}

        setOutput(result);
      }
    `}};function je(r){let{inputs:e,backend:t}=r,{x:n}=e;return t.incRef(n.dataId),{dataId:n.dataId,shape:n.shape,dtype:n.dtype}}var e$={kernelName:an,backendName:"webgl",kernelFunc:je};function jt(r){let{inputs:e,backend:t}=r,{real:n,imag:o}=e,s=t.makeTensorInfo(n.shape,"complex64"),a=t.texData.get(s.dataId),u=je({inputs:{x:n},backend:t}),p=je({inputs:{x:o},backend:t});return a.complexTensorInfos={real:u,imag:p},s}var t$={kernelName:Cu,backendName:"webgl",kernelFunc:jt};var Gb="return (a < 0.) ? b * a : a;",zb=`
  vec4 aLessThanZero = vec4(lessThan(a, vec4(0.)));
  return (aLessThanZero * (b * a)) + ((vec4(1.0) - aLessThanZero) * a);
`;function eq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{alpha:s}=n,a=t.makeTensorInfo([],"float32",b.createScalarValue(s,"float32")),u=$().getBool("WEBGL_PACK_BINARY_OPERATIONS")?new nr(zb,o.shape,a.shape):new Kt(Gb,o.shape,a.shape),p=t.runWebGLProgram(u,[o,a],"float32");return t.disposeIntermediateTensorInfo(a),p}var r$={kernelName:Xo,backendName:"webgl",kernelFunc:eq};var Hb="return (a < 0.) ? b * a : a;",qb=`
  vec4 aLessThanZero = vec4(lessThan(a, vec4(0.)));
  return (aLessThanZero * (b * a)) + ((vec4(1.0) - aLessThanZero) * a);
`;function tq(r){let{inputs:e,backend:t}=r,{x:n,alpha:o}=e,s=$().getBool("WEBGL_PACK_BINARY_OPERATIONS")?new nr(qb,n.shape,o.shape):new Kt(Hb,n.shape,o.shape);return t.runWebGLProgram(s,[n,o],"float32")}var n$={kernelName:as,backendName:"webgl",kernelFunc:tq};var _r="if (isnan(x)) return x;";function X({opSnippet:r,packedOpSnippet:e,cpuKernelImpl:t,dtype:n}){return({inputs:o,backend:s})=>{let{x:a}=o,u=s,p=n||a.dtype;if(u.shouldExecuteOnCPU([a])&&t!=null){let c=u.texData.get(a.dataId),m=t(c.values,p);return u.makeTensorInfo(a.shape,p,m)}let i=$().getBool("WEBGL_PACK_UNARY_OPERATIONS")&&e!=null,l;return i?l=new qt(a.shape,e):l=new xt(a.shape,r),u.runWebGLProgram(l,[a],p)}}function _e({opSnippet:r,packedOpSnippet:e,checkOutOfBounds:t=!1,supportsComplex:n=!1,cpuKernelImpl:o,dtype:s}){return({inputs:a,backend:u})=>{let{a:p,b:i}=a,l=u;if(n&&p.dtype==="complex64"){let d=l.texData.get(p.dataId),g=l.texData.get(i.dataId),[h,x]=[[d.complexTensorInfos.real,g.complexTensorInfos.real],[d.complexTensorInfos.imag,g.complexTensorInfos.imag]].map(I=>{let[T,E]=I,A={dataId:T.dataId,dtype:T.dtype,shape:p.shape},R={dataId:E.dataId,dtype:E.dtype,shape:i.shape},O=new Kt(r,p.shape,i.shape);return l.runWebGLProgram(O,[A,R],Tt(T.dtype,E.dtype))}),v=jt({inputs:{real:h,imag:x},backend:l});return l.disposeIntermediateTensorInfo(h),l.disposeIntermediateTensorInfo(x),v}let c=s||Tt(p.dtype,i.dtype);if((p.dtype==="string"||i.dtype==="string"||l.shouldExecuteOnCPU([p,i]))&&o!=null){let d=l.texData.get(p.dataId).values,g=l.texData.get(i.dataId).values,h=p.dtype==="string"?N.fromUint8ToStringArray(d):d,x=p.dtype==="string"?N.fromUint8ToStringArray(g):g,[v,I]=o(p.shape,i.shape,h,x,c),T=l.makeTensorInfo(I,c),E=l.texData.get(T.dataId);return E.values=v,T}let m=$().getBool("WEBGL_PACK_BINARY_OPERATIONS")&&e!=null,f;return m?f=new nr(e,p.shape,i.shape,t):f=new Kt(r,p.shape,i.shape),l.runWebGLProgram(f,[p,i],c)}}function wn(r,e=!1){if(r==="linear")return e?X2:G2;if(r==="relu")return e?Q2:H2;if(r==="elu")return e?Y2:z2;if(r==="relu6")return e?Z2:q2;if(r==="prelu")return e?qb:Hb;if(r==="leakyrelu")return e?zb:Gb;if(r==="sigmoid")return e?J2:K2;throw new Error(`Activation ${r} has not been implemented for the WebGL backend.`)}var ou=class{constructor(e,t,n,o=!1,s=!1,a=!1,u=null,p=!1,i=!1){this.variableNames=["matrixA","matrixB"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=n,this.enableShapeUniforms=ke(this.outputShape.length);let l=o?e[1]:e[2],c=Math.ceil(l/2),m=o?"i * 2, rc.y":"rc.y, i * 2",f=s?"rc.z, i * 2":"i * 2, rc.z",d=o?["a.xxyy","a.zzww"]:["a.xxzz","a.yyww"],g=s?["b.xzxz","b.ywyw"]:["b.xyxy","b.zwzw"],h="",x="";u&&(p?h=`vec4 activation(vec4 a) {
          vec4 b = getPreluActivationWeightsAtOutCoords();
          ${u}
        }`:i?h=`vec4 activation(vec4 a) {
          vec4 b = getLeakyreluAlphaAtOutCoords();
          ${u}
        }`:h=`vec4 activation(vec4 x) {
          ${u}
        }`,x="result = activation(result);");let v=a?"result += getBiasAtOutCoords();":"";a&&this.variableNames.push("bias"),p&&this.variableNames.push("preluActivationWeights"),i&&this.variableNames.push("leakyreluAlpha");let I="rc.x",T="rc.x";e[0]<t[0]?I=`imod(rc.x, ${e[0]})`:t[0]<e[0]&&(T=`imod(rc.x, ${t[0]})`),this.userCode=`
      ${h}
      // Don't use uniform for sharedDimensionPacked for performance.
      const float sharedDimension = ${c}.0;

      vec4 dot2x2ARowBCol(ivec3 rc) {
        vec4 result = vec4(0);
        int batchA = ${I};
        int batchB = ${T};
        for (int i = 0; i < ${c}; i++) {
          vec4 a = getMatrixA(batchA, ${m});
          vec4 b = getMatrixB(batchB, ${f});

          // These swizzled products need to be separately added.
          // See: https://github.com/tensorflow/tfjs/issues/1735
          result += (${d[0]} * ${g[0]});
          result += (${d[1]} * ${g[1]});
        }
        return result;
      }

      void main() {
        ivec3 rc = getOutputCoords();
        vec4 result = dot2x2ARowBCol(rc);

        ${v}

        ${x}

        setOutput(result);
      }
    `}};var Kb={REAL:"return areal * breal - aimag * bimag;",IMAG:"return areal * bimag + aimag * breal;"},Cp=class{constructor(e,t,n){this.variableNames=["AReal","AImag","BReal","BImag"],this.outputShape=N.assertAndGetBroadcastShape(t,n),this.userCode=`
      float binaryOpComplex(
          float areal, float aimag, float breal, float bimag) {
        ${e}
      }

      void main() {
        float areal = getARealAtOutCoords();
        float aimag = getAImagAtOutCoords();
        float breal = getBRealAtOutCoords();
        float bimag = getBImagAtOutCoords();
        setOutput(binaryOpComplex(areal, aimag, breal, bimag));
      }
    `}};var o$="return a * b;";function Np(r){let{inputs:e,backend:t}=r,{a:n,b:o}=e,s=N.upcastType(n.dtype,o.dtype);if(n.dtype==="complex64"){let u=t.texData.get(n.dataId),p=t.texData.get(o.dataId),i=new Cp(Kb.REAL,n.shape,o.shape),l=new Cp(Kb.IMAG,n.shape,o.shape),c=[{dataId:u.complexTensorInfos.real.dataId,dtype:u.complexTensorInfos.real.dtype,shape:n.shape},{dataId:u.complexTensorInfos.imag.dataId,dtype:u.complexTensorInfos.imag.dtype,shape:n.shape},{dataId:p.complexTensorInfos.real.dataId,dtype:p.complexTensorInfos.real.dtype,shape:o.shape},{dataId:p.complexTensorInfos.imag.dataId,dtype:p.complexTensorInfos.imag.dtype,shape:o.shape}],m=t.runWebGLProgram(i,c,"float32"),f=t.runWebGLProgram(l,c,"float32"),d=jt({inputs:{real:m,imag:f},backend:t});return t.disposeIntermediateTensorInfo(m),t.disposeIntermediateTensorInfo(f),d}if(t.shouldExecuteOnCPU([n,o])){let u=t.texData.get(n.dataId),p=t.texData.get(o.dataId),[i,l]=h2(n.shape,o.shape,u.values,p.values,s),c=t.makeTensorInfo(l,s),m=t.texData.get(c.dataId);return m.values=i,c}let a;return $().getBool("WEBGL_PACK_BINARY_OPERATIONS")?a=new nr(o$,n.shape,o.shape):a=new Kt(o$,n.shape,o.shape),t.runWebGLProgram(a,[n,o],s)}var s$={kernelName:Wn,backendName:"webgl",kernelFunc:Np};function a$(r,e,t){let n=[yo(r.shape),...bo(r.shape)],o={dtype:r.dtype,shape:n,dataId:r.dataId},s=[yo(e),...bo(e)],a=new ru(s,n),u=!0,p=[n],i=t.runWebGLProgram(a,[o],r.dtype,p,u);return{dataId:i.dataId,shape:e,dtype:i.dtype}}function B(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{shape:s}=n,a=t,u=b.sizeFromShape(o.shape),p=b.inferFromImplicitShape(s,u),i=b.sizeFromShape(p);b.assert(u===i,()=>`The new shape (${p}) has ${i} elements and the old shape (${o.shape}) has ${u} elements. The new shape and old shape must have the same number of elements.`);let l=a.texData.get(o.dataId);return l.isPacked&&!Ks(o.shape,p)&&!(l.texture!==null&&Ks(l.shape,p))?a$(o,p,a):(a.incRef(o.dataId),{dataId:o.dataId,shape:p,dtype:o.dtype})}var i$={kernelName:Qa,backendName:"webgl",kernelFunc:B};var _p=class{constructor(e,t){this.variableNames=["x"];let{windowSize:n,batchSize:o,inSize:s,outSize:a}=e;this.outputShape=[o,a];let u=Math.floor(n/4)*4,p=n%4,i="sumValue += dot(values, ones);";if(t!=null){let c=1/t;i=`sumValue += dot(values * ${b.isInt(c)?c.toPrecision(2):c}, ones);`}let l="";s%n>0&&(l=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return 0.0;
        }
      `),this.userCode=`
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float getValue(int batch, int inIdx) {
        ${l}
        return getX(batch, inIdx);
      }

      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = outIdx * ${n};

        float sumValue = 0.0;

        for (int i = 0; i < ${u}; i += 4) {
          int inIdx = inOffset + i;
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            getValue(batch, inIdx + 3)
          );

          ${i}
        }

        int inIdx = inOffset + ${u};
        if (${p===1}) {
          vec4 values = vec4(getValue(batch, inIdx), 0.0, 0.0, 0.0);

          ${i}
        } else if (${p===2}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1), 0.0, 0.0);

          ${i}
        } else if (${p===3}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2), 0.0);

          ${i}
        }
        setOutput(sumValue);
      }
    `}};var ef=class{constructor(e,t){this.variableNames=["x"];let{windowSize:n,batchSize:o,inSize:s,outSize:a}=e;this.outputShape=[o,a];let u="0.0",p="";t==="prod"?u="1.0":t==="min"?(u="1.0 / 1e-20",p="min"):t==="max"&&(u="-1.0 / 1e-20",p="max");let i=`${t}(${t}(${t}(minMaxValue[0], minMaxValue[1]), minMaxValue[2]), minMaxValue[3])`;t==="sum"?i="sumValue":t==="prod"?i="prodValue":t==="all"?i="allValue":t==="any"&&(i="anyValue");let l=Math.floor(n/4)*4,c=n%4,m=`
      if (${t==="sum"}) {
        sumValue += dot(values, ones);
      } else if (${t==="prod"}) {
        vec2 tmp = vec2(values[0], values[1]) * vec2(values[2], values[3]);
        prodValue *= tmp[0] * tmp[1];
      } else {
        minMaxValue = ${p}(values, minMaxValue);
        if (${t==="min"} || ${t==="max"}) {
          minMaxValue = ${p}(values, minMaxValue);
          bvec4 isNaN = isnan(values);
          if (isNaN.r || isNaN.g || isNaN.b || isNaN.a) {
            minMaxValue = vec4(NAN);
          }
        }
      }
    `,f="vec4";t==="all"?(u="1.0",m=`
        bool reducedAllValue = all(values);
        float floatedReducedAllValue = float(reducedAllValue);
        allValue = float(allValue >= 1.0 && floatedReducedAllValue >= 1.0);
      `,f="bvec4"):t==="any"&&(u="0.0",m=`
        bool reducedAnyValue = any(values);
        float floatedReducedAnyValue = float(reducedAnyValue);
        anyValue = float(anyValue >= 1.0 || floatedReducedAnyValue >= 1.0);
      `,f="bvec4");let d="";s%n>0&&(d=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return initializationValue;
        }
      `),this.userCode=`
      const float initializationValue = ${u};
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float getValue(int batch, int inIdx) {
        ${d}
        return getX(batch, inIdx);
      }

      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = outIdx * ${n};

        vec4 minMaxValue = vec4(${u});
        float prodValue = 1.0;
        float sumValue = 0.0;
        float allValue = 1.0;
        float anyValue = 0.0;

        for (int i = 0; i < ${l}; i += 4) {
          int inIdx = inOffset + i;
          ${f} values = ${f}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            getValue(batch, inIdx + 3)
          );

          ${m}
        }

        int inIdx = inOffset + ${l};
        if (${c===1}) {
          ${f} values = ${f}(
            getValue(batch, inIdx),
            initializationValue,
            initializationValue,
            initializationValue
          );

          ${m}
        } else if (${c===2}) {
          ${f} values = ${f}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            initializationValue,
            initializationValue
          );

          ${m}
        } else if (${c===3}) {
          ${f} values = ${f}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            initializationValue
          );

          ${m}
        }
        setOutput(${i});
      }
    `}};function nq(r){let e=[];for(;e.length===0||e[e.length-1].outSize!==1;){let t=e.length?e[e.length-1].outSize:r[1],n=N.computeOptimalWindowSize(t);e.push({inSize:t,windowSize:n,outSize:Math.ceil(t/n)})}return e}function sr(r,e,t,n){let o=nq(r.shape),s=r;for(let a=0;a<o.length;a++){let{inSize:u,windowSize:p,outSize:i}=o[a],l,c;t==="mean"?l=a===0?new _p({windowSize:p,inSize:u,batchSize:r.shape[0],outSize:i},u):new _p({windowSize:p,inSize:u,batchSize:r.shape[0],outSize:i}):l=new ef({windowSize:p,inSize:u,batchSize:r.shape[0],outSize:i},t),c=s,s=n.runWebGLProgram(l,[s],e),c.dataId!==r.dataId&&n.disposeIntermediateTensorInfo(c)}return s}var tf=class{constructor(e,t){this.variableNames=["A"];let n=new Array(e.length);for(let a=0;a<n.length;a++)n[a]=e[t[a]];this.outputShape=n,this.rank=n.length;let o=se(this.rank),s=oq(t);this.userCode=`
    void main() {
      ${o} resRC = getOutputCoords();
      setOutput(getA(${s}));
    }
    `}};function oq(r){let e=r.length;if(e>6)throw Error(`Transpose for rank ${e} is not yet supported`);let t=["resRC.x","resRC.y","resRC.z","resRC.w","resRC.u","resRC.v"],n=new Array(e);for(let o=0;o<r.length;o++)n[r[o]]=t[o];return n.join()}var rf=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0;let n=new Array(e.length);for(let l=0;l<n.length;l++)n[l]=e[t[l]];if(this.outputShape=n,this.rank=n.length,this.rank>6)throw Error(`Packed transpose for rank ${this.rank} is not yet supported.`);let o=se(this.rank),s=Ub("rc",this.rank),a=new Array(this.rank);for(let l=0;l<t.length;l++)a[t[l]]=s[l];let u=`vec2(${a.slice(-2).join()})`,p=`++${s[this.rank-1]} < ${n[this.rank-1]}`,i=`getChannel(getA(${a.join()}), ${u})`;this.userCode=`
    void main() {
      ${o} rc = getOutputCoords();
      vec4 result = vec4(0.);
      result[0] = ${i};
      if(${p}) {
        result[1] = ${i};
      }
      --${s[this.rank-1]};
      if(++${s[this.rank-2]} < ${n[this.rank-2]}) {
        result[2] = ${i};
        if(${p}) {
          result[3] = ${i};
        }
      }
      setOutput(result);
    }
    `}};function wo(r,e,t){let n=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new rf(r.shape,e):new tf(r.shape,e);return t.runWebGLProgram(n,[r],r.dtype)}function u$(r,e,t,n){let o=e,s=r.shape.length,a=b.parseAxisParam(o,r.shape),u=a,p=N.getAxesPermutation(u,s),i=p!=null,l=r;i&&(l=wo(r,p,n),u=N.getInnerMostAxes(u.length,s)),N.assertAxesAreInnerMostDims("sum",u,s);let[c,m]=N.computeOutAndReduceShapes(l.shape,u),f=c;t&&(f=N.expandShapeToKeepDim(c,a));let d=b.sizeFromShape(m),h=b.sizeFromShape(r.shape)/d,x=B({inputs:{x:l},attrs:{shape:[h,d]},backend:n}),v=Ts(r.dtype),I=sr(x,v,"sum",n),T=B({inputs:{x:I},attrs:{shape:f},backend:n});return n.disposeIntermediateTensorInfo(x),n.disposeIntermediateTensorInfo(I),i&&n.disposeIntermediateTensorInfo(l),T}function Qs(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,keepDims:a}=n;return u$(o,s,a,t)}var p$={kernelName:"Sum",backendName:"webgl",kernelFunc:Qs};function Pe(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{perm:s}=n,a=t,u=o.shape.length,p=new Array(u);for(let l=0;l<p.length;l++)p[l]=o.shape[s[l]];let i;if(a.shouldExecuteOnCPU([o])){let c=a.texData.get(o.dataId).values,m=Ys(c,o.shape,o.dtype,s,p);i=a.makeTensorInfo(p,o.dtype);let f=a.texData.get(i.dataId);f.values=m}else i=wo(o,s,a);return i}var l$={kernelName:pn,backendName:"webgl",kernelFunc:Pe};var jb=1e3;function Zs({a:r,b:e,transposeA:t,transposeB:n,backend:o,bias:s=null,preluActivationWeights:a=null,leakyreluAlpha:u=0,activation:p=null}){let i=r.shape.length,l=e.shape.length,c=t?r.shape[i-2]:r.shape[i-1],m=n?e.shape[l-1]:e.shape[l-2],f=t?r.shape[i-1]:r.shape[i-2],d=n?e.shape[l-2]:e.shape[l-1],g=r.shape.slice(0,-2),h=e.shape.slice(0,-2),x=b.sizeFromShape(g),v=b.sizeFromShape(h),T=wr.assertAndGetBroadcastShape(r.shape.slice(0,-2),e.shape.slice(0,-2)).concat([f,d]);b.assert(c===m,()=>`Error in matMul: inner shapes (${c}) and (${m}) of Tensors with shapes ${r.shape} and ${e.shape} and transposeA=${t} and transposeB=${n} must match.`);let E=t?[x,c,f]:[x,f,c],A=n?[v,d,m]:[v,m,d],R=B({inputs:{x:r},backend:o,attrs:{shape:E}}),O=B({inputs:{x:e},backend:o,attrs:{shape:A}}),M=[R,O],L=Math.max(x,v),U=t?R.shape[1]:R.shape[2],z=s!=null,J=a!=null,ae=p==="leakyrelu",ue=p!=null?wn(p,!0):null,Ee=z||J||ae||ue!=null,pe;if((f===1||d===1)&&U>jb&&Ee===!1){let Xe=R,it=O;t&&(Xe=Pe({inputs:{x:R},backend:o,attrs:{perm:[0,2,1]}}),M.push(Xe)),n&&(it=Pe({inputs:{x:O},backend:o,attrs:{perm:[0,2,1]}}),M.push(it));let Et=d!==1,Ze=d===1,rt=Xe;Et&&(rt=B({inputs:{x:Xe},backend:o,attrs:{shape:[L,U,1]}}),M.push(rt));let Re=d===1?2:1,gr=it;Ze&&(gr=B({inputs:{x:it},backend:o,attrs:{shape:[L,1,U]}}),M.push(gr));let ar=Np({inputs:{a:rt,b:gr},backend:o});pe=Qs({inputs:{x:ar},backend:o,attrs:{axis:Re,keepDims:!0}}),M.push(ar)}else{let Xe=Tt(r.dtype,e.dtype),it=new ou(E,A,[L,f,d],t,n,z,ue,J,ae),Et=[R,O];if(s!=null&&Et.push(s),J&&Et.push(a),ae){let Ze=o.makeTensorInfo([],"float32",b.createScalarValue(u,"float32"));Et.push(Ze),M.push(Ze)}pe=o.runWebGLProgram(it,Et,Xe)}let $e=B({inputs:{x:pe},backend:o,attrs:{shape:T}});M.push(pe);for(let Xe of M)o.disposeIntermediateTensorInfo(Xe);return $e}function sq(r){let{inputs:e,backend:t,attrs:n}=r,{a:o,b:s,bias:a,preluActivationWeights:u}=e,{transposeA:p,transposeB:i,activation:l,leakyreluAlpha:c}=n;return Zs({a:o,b:s,transposeA:p,transposeB:i,backend:t,bias:a,preluActivationWeights:u,leakyreluAlpha:c,activation:l})}var c$={kernelName:Xn,backendName:"webgl",kernelFunc:sq};var m$="return abs(x);";function aq(r){let{inputs:e,backend:t}=r,{x:n}=e;if(t.shouldExecuteOnCPU([n])&&n.dtype!=="complex64"){let s=t.texData.get(n.dataId),a=jm(s.values);return t.makeTensorInfo(n.shape,n.dtype,a)}let o;return $().getBool("WEBGL_PACK_UNARY_OPERATIONS")?o=new qt(n.shape,m$):o=new xt(n.shape,m$),t.runWebGLProgram(o,[n],n.dtype)}var f$={kernelName:"Abs",backendName:"webgl",kernelFunc:aq};var iq=ot+`
  if (abs(x) > 1.) {
    return NAN;
  }
  return acos(x);
`,uq=X({opSnippet:iq}),d$={kernelName:xa,backendName:"webgl",kernelFunc:uq};var pq=ot+`
  if (x < 1.0) return NAN;
return log(x + sqrt(x * x - 1.0));`,lq=X({opSnippet:pq}),h$={kernelName:ya,backendName:"webgl",kernelFunc:lq};var g$="return a + b;",cq=_e({opSnippet:g$,packedOpSnippet:g$,supportsComplex:!0,cpuKernelImpl:jE}),x$={kernelName:"Add",backendName:"webgl",kernelFunc:cq};var nf=class{constructor(e,t){this.outputShape=[],this.outputShape=e,this.variableNames=t.map((s,a)=>`T${a}`);let n=[];this.variableNames.forEach(s=>{n.push(`float v${s} = get${s}AtOutCoords();`)});let o=this.variableNames.map(s=>`v${s}`).join(" + ");this.userCode=`
      void main() {
        ${n.join(`
        `)}

        float result = ${o};
        setOutput(result);
      }
    `}};var of=class{constructor(e,t){this.outputShape=[],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.variableNames=t.map((s,a)=>`T${a}`);let n=[];this.variableNames.forEach(s=>{n.push(`vec4 v${s} = get${s}AtOutCoords();`)});let o=this.variableNames.map(s=>`v${s}`).join(" + ");this.userCode=`
      void main() {
        ${n.join(`
        `)}

        vec4 result = ${o};
        setOutput(result);
      }
    `}};function sf(r){let{inputs:e,backend:t}=r,n=e;if(n.length===1)return je({inputs:{x:n[0]},backend:t});if(n.length>$().getNumber("WEBGL_MAX_TEXTURES_IN_SHADER")){let p=Math.floor(n.length/2),i=sf({inputs:n.slice(0,p),backend:t}),l=sf({inputs:n.slice(p),backend:t});return sf({inputs:[i,l],backend:t})}let o=n.map(p=>p.dtype).reduce((p,i)=>Tt(p,i)),s=n.map(p=>p.shape),u=$().getBool("WEBGL_PACK")?new of(n[0].shape,s):new nf(n[0].shape,s);return t.runWebGLProgram(u,n,o)}var y$={kernelName:Ao,backendName:"webgl",kernelFunc:sf};function mq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,keepDims:a}=n,u=o.shape.length,p=b.parseAxisParam(s,o.shape),i=p,l=N.getAxesPermutation(i,u),c=o;l!=null&&(c=Pe({inputs:{x:o},backend:t,attrs:{perm:l}}),i=N.getInnerMostAxes(i.length,u)),N.assertAxesAreInnerMostDims("all",i,u);let[m,f]=N.computeOutAndReduceShapes(c.shape,i),d=b.sizeFromShape(f),g=B({inputs:{x:c},backend:t,attrs:{shape:[-1,d]}}),h=sr(g,g.dtype,"all",t),x;if(a){let v=N.expandShapeToKeepDim(m,p);x=B({inputs:{x:h},backend:t,attrs:{shape:v}})}else x=B({inputs:{x:h},backend:t,attrs:{shape:m}});return t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo(h),l!=null&&t.disposeIntermediateTensorInfo(c),x}var b$={kernelName:"All",backendName:"webgl",kernelFunc:mq};function fq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,keepDims:a}=n,u=o.shape.length,p=b.parseAxisParam(s,o.shape),i=p,l=N.getAxesPermutation(i,u),c=o;l!=null&&(c=Pe({inputs:{x:o},backend:t,attrs:{perm:l}}),i=N.getInnerMostAxes(i.length,u)),N.assertAxesAreInnerMostDims("any",i,u);let[m,f]=N.computeOutAndReduceShapes(c.shape,i),d=b.sizeFromShape(f),g=B({inputs:{x:c},backend:t,attrs:{shape:[-1,d]}}),h=sr(g,g.dtype,"any",t),x;if(a){let v=N.expandShapeToKeepDim(m,p);x=B({inputs:{x:h},backend:t,attrs:{shape:v}})}else x=B({inputs:{x:h},backend:t,attrs:{shape:m}});return t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo(h),l!=null&&t.disposeIntermediateTensorInfo(c),x}var w$={kernelName:"Any",backendName:"webgl",kernelFunc:fq};var af=class{constructor(e,t,n){this.variableNames=["A"];let{windowSize:o,batchSize:s,outSize:a}=e;n||this.variableNames.push("bestIndicesA"),this.outputShape=[s,a];let u=t==="max"?">":"<",p=n?"inOffset + i;":"round(getBestIndicesA(batch, inOffset + i));";this.userCode=`
      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = outIdx * ${o};

        int bestIndex = inOffset;
        float bestValue = getA(batch, bestIndex);

        for (int i = 0; i < ${o}; i++) {
          int inIdx = ${p};
          float candidate = getA(batch, inIdx);
          if (candidate ${u} bestValue) {
            bestValue = candidate;
            bestIndex = inIdx;
          }
        }
        setOutput(float(bestIndex));
      }
    `}};var uf=class{constructor(e,t,n,o){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,b.assert(e.length>2,()=>`Packed arg${n.charAt(0).toUpperCase()+n.slice(1)} supports only inputs with rank above 2.`);let s=e[e.length-1],a=Math.ceil(s/t);this.outputShape=e.slice(0,-1),a>1&&this.outputShape.push(a),o||this.variableNames.push("bestIndicesA");let u=this.outputShape,p=u.length,i=se(p),l=Ke("coords",p),c,m;if(a===1){m=p+1;let O=se(m);c=`
        ${O} sourceLocR = ${O}(${l.join()}, 0);
        ++${l[p-1]};
        ${O} sourceLocG = ${O}(${l.join()}, 0);
        ++${l[p-2]};
        ${O} sourceLocA = ${O}(${l.join()}, 0);
        --${l[p-1]};
        ${O} sourceLocB = ${O}(${l.join()}, 0);
        --${l[p-2]};`}else m=p,c=`
        ${i} sourceLocR = coords;
        ++${l[p-1]};
        ${i} sourceLocG = coords;
        ++${l[p-2]};
        ${i} sourceLocA = coords;
        --${l[p-1]};
        ${i} sourceLocB = coords;
        --${l[p-2]};`;let f=["x","y","z","w","u","v"].slice(0,m),d="."+f[m-1],g=f.map(O=>"int "+O),h=Ke("sourceLocR",m-1).concat("inIdx.r"),x=Ke("sourceLocG",m-1).concat("inIdx.g"),v=Ke("sourceLocB",m-1).concat("inIdx.b"),I=Ke("sourceLocA",m-1).concat("inIdx.a"),T=n==="max"?"greaterThan":"lessThan",E=o?"":`
          inIdx = round(vec4(getBestIndicesAChannel(${h.join()}),
                             getBestIndicesAChannel(${x.join()}),
                             getBestIndicesAChannel(${v.join()}),
                             getBestIndicesAChannel(${I.join()})));`,A=`vec4(
            getAChannel(${h.join()}),
            hasNextCol ? getAChannel(${x.join()}) : 0.,
            hasNextRow ? getAChannel(${v.join()}) : 0.,
            hasNextRow && hasNextCol ? getAChannel(${I.join()}) : 0.)`,R=o?"":`
      float getBestIndicesAChannel(${g.join()}) {
        return getChannel(getBestIndicesA(${f.join()}),
                                          vec2(${f.slice(-2).join()}));
      }`;this.userCode=`
      float getAChannel(${g.join()}) {
        return getChannel(getA(${f.join()}),
                               vec2(${f.slice(-2).join()}));
      }
      ${R}
      void main() {
        ${i} coords = getOutputCoords();
        bool hasNextCol = ${l[p-1]} < ${u[p-1]-1};
        bool hasNextRow = ${l[p-2]} < ${u[p-2]-1};
        ${c}
        ivec4 srcIdx = ivec4(sourceLocR${d}, sourceLocG${d},
          sourceLocB${d}, sourceLocA${d}) * ${t};
        ivec4 inIdx = srcIdx;
        vec4 bestIndex = vec4(inIdx);
        vec4 bestValue = ${A};

        for (int i = 0; i < ${t}; i++) {
          inIdx = srcIdx;
          ${E}
          vec4 candidate = ${A};
          bvec4 nan = isnan(candidate);
          bvec4 replace = bvec4(
            vec4(${T}(candidate, bestValue)) * (vec4(1.0) - vec4(nan)));

          bestValue = vec4(replace.x  ? candidate.x : bestValue.x,
                           replace.y  ? candidate.y : bestValue.y,
                           replace.z  ? candidate.z : bestValue.z,
                           replace.w  ? candidate.w : bestValue.w);
          bestIndex = mix(bestIndex, vec4(inIdx), vec4(replace));
          srcIdx++;
        }
        setOutput(bestIndex);
      }
    `}};function v$(r,e,t,n=null){let o=e.shape[0],s=e.shape[1];n!=null&&(o=n.shape[0],s=n.shape[1]);let a=N.computeOptimalWindowSize(s),u={windowSize:a,inSize:s,batchSize:o,outSize:Math.ceil(s/a)},p=new af(u,t,n==null),i=[e];n!=null&&i.push(n);let l=r.runWebGLProgram(p,i,"int32");if(l.shape[1]===1)return l;let c=v$(r,e,t,l);return r.disposeIntermediateTensorInfo(l),c}function S$(r,e,t,n=null){let o=n!=null?n.shape:e.shape,s=o[o.length-1],a=N.computeOptimalWindowSize(s),u=new uf(o,a,t,n==null),p=n==null?[e]:[e,n],i=r.runWebGLProgram(u,p,"int32");if(i.shape.length===e.shape.length){let l=S$(r,e,t,i);return r.disposeIntermediateTensorInfo(i),l}return i}function pf(r,e,t,n){let o=[t];if(N.assertAxesAreInnerMostDims("arg"+n.charAt(0).toUpperCase()+n.slice(1),o,e.shape.length),!$().getBool("WEBGL_PACK_REDUCE")||e.shape.length<=2){let s=[],a=r.texData.get(e.dataId),u=a!==null&&a.isPacked,p=e;u&&(p=r.unpackTensor(e),s.push(p));let[i,l]=N.computeOutAndReduceShapes(p.shape,o),c=b.sizeFromShape(l),m=B({inputs:{x:p},backend:r,attrs:{shape:[-1,c]}});s.push(m);let f=v$(r,m,n);s.push(f);let d=B({inputs:{x:f},backend:r,attrs:{shape:i}});return s.forEach(g=>r.disposeIntermediateTensorInfo(g)),d}return S$(r,e,n)}function dq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s}=n,a=b.parseAxisParam(s,o.shape),u=N.getAxesPermutation(a,o.shape.length),p=o,i=[];u!=null&&(p=Pe({inputs:{x:o},backend:t,attrs:{perm:u}}),i.push(p),a=N.getInnerMostAxes(a.length,p.shape.length)),N.assertAxesAreInnerMostDims("argMax",[a[0]],p.shape.length);let l=pf(t,p,a[0],"max");return i.forEach(c=>t.disposeIntermediateTensorInfo(c)),l}var I$={kernelName:ba,backendName:"webgl",kernelFunc:dq};function hq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s}=n,a=b.parseAxisParam(s,o.shape),u=N.getAxesPermutation(a,o.shape.length),p=o,i=[];u!=null&&(p=Pe({inputs:{x:o},backend:t,attrs:{perm:u}}),i.push(p),a=N.getInnerMostAxes(a.length,p.shape.length)),N.assertAxesAreInnerMostDims("argMin",[a[0]],p.shape.length);let l=pf(t,p,a[0],"min");return i.forEach(c=>t.disposeIntermediateTensorInfo(c)),l}var C$={kernelName:wa,backendName:"webgl",kernelFunc:hq};var gq=ot+`
  if (abs(x) > 1.) {
    return NAN;
  }
  return asin(x);
`,xq=X({opSnippet:gq}),N$={kernelName:va,backendName:"webgl",kernelFunc:xq};var yq=ot+"return log(x + sqrt(x * x + 1.0));",bq=X({opSnippet:yq}),_$={kernelName:Sa,backendName:"webgl",kernelFunc:bq};var wq=ot+`
  return atan(x);
`,vq=X({opSnippet:wq}),T$={kernelName:Ia,backendName:"webgl",kernelFunc:vq};var Sq=nu+`
  return atan(a, b);
`,Iq=`
  vec4 result = atan(a, b);
  bvec4 isNaNA = isnan(a);
  bvec4 isNaNB = isnan(b);
  bvec4 isNaN = bvec4(isNaNA.x || isNaNB.x, isNaNA.y || isNaNB.y, isNaNA.z || isNaNB.z, isNaNA.w || isNaNB.w);
  `+or+`
  return result;
`,Cq=_e({opSnippet:Sq,packedOpSnippet:Iq}),k$={kernelName:Na,backendName:"webgl",kernelFunc:Cq};var Nq=ot+`
  if ((x < -1.0) || (x > 1.0)) return NAN;
return (log(1.0 + x) - log(1.0 - x)) / 2.0;`,_q=X({opSnippet:Nq}),E$={kernelName:Ca,backendName:"webgl",kernelFunc:_q};var Or=class{constructor(e,t,n,o=!1,s=!1){if(this.variableNames=["x"],t==="avg"&&n)throw new Error("Cannot compute positions for average pool.");let a=e.filterWidth,u=e.strideHeight,p=e.strideWidth,i=e.dilationHeight,l=e.dilationWidth,c=e.effectiveFilterHeight,m=e.effectiveFilterWidth,f=e.padInfo.top,d=e.padInfo.left;this.outputShape=e.outShape;let g=t==="avg",h=`((batch  * ${e.inHeight} + xR) * ${e.inWidth} + xC) * ${e.inChannels} + d`,x=`(xR * ${e.inWidth} + xC) * ${e.inChannels} + d`,v="0.0";if(g||(v="-1.0 / 1e-20"),n){this.userCode=`
        const ivec2 strides = ivec2(${u}, ${p});
        const ivec2 pads = ivec2(${f}, ${d});

        void main() {
          ivec4 coords = getOutputCoords();
          int batch = coords[0];
          int d = coords[3];

          ivec2 xRCCorner = coords.yz * strides - pads;
          int xRCorner = xRCCorner.x;
          int xCCorner = xRCCorner.y;

          // max/min x(?, ?, d) to get y(yR, yC, d).
          // ? = to be determined
          float minMaxValue = 0.0;
          float minMaxValueFound = 0.0;
          int minMaxPosition = 0;
          float avgValue = 0.0;

          for (int wR = 0; wR < ${c};
              wR += ${i}) {
            int xR = xRCorner + wR;

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int wC = 0; wC < ${m};
                wC += ${l}) {
              int xC = xCCorner + wC;

              if (xC < 0 || xC >= ${e.inWidth}) {
                continue;
              }

              float value = getX(batch, xR, xC, d);

              // If a min / max value has already been found, use it. If not,
              // use the current value.
              float currMinMaxValue = mix(
                  value, minMaxValue, minMaxValueFound);
              if (value >= currMinMaxValue) {
                minMaxValue = value;
                minMaxValueFound = 1.0;
                minMaxPosition = ${o?s?h:x:`wR * ${m} + wC`};
              }
            }
          }
          setOutput(float(minMaxPosition));
        }
      `;return}let I="max",T=`${t}(${t}(${t}(minMaxValue[0], minMaxValue[1]), minMaxValue[2]), minMaxValue[3])`;t==="avg"&&(T="avgValue / max(count, 1.0)");let E=Math.floor(a/4)*4,A=a%4,R=`
      if (${g}) {
        avgValue += dot(values, ones);
      } else {
        minMaxValue = ${I}(values, minMaxValue);
      }
    `;this.userCode=`
      const ivec2 strides = ivec2(${u}, ${p});
      const ivec2 pads = ivec2(${f}, ${d});
      const float initializationValue = ${v};
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float count = 0.0;

      float getValue(int batch, int xR, int xC, int d) {
        if (xC < 0 || xC >= ${e.inWidth}) {
          return initializationValue;
        }
        count += 1.0;
        return getX(batch, xR, xC, d);
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d = coords[3];

        ivec2 xRCCorner = coords.yz * strides - pads;
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // max/min x(?, ?, d) to get y(yR, yC, d).
        // ? = to be determined
        vec4 minMaxValue = vec4(${v});
        float avgValue = 0.0;
        count = 0.0;

        for (int wR = 0; wR < ${c};
            wR += ${i}) {
          int xR = xRCorner + wR;

          if (xR < 0 || xR >= ${e.inHeight}) {
            continue;
          }

          for (int wC = 0; wC < ${E}; wC += 4) {
            int xC = xCCorner + wC * ${l};

            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${l}, d),
              getValue(batch, xR, xC + 2 * ${l}, d),
              getValue(batch, xR, xC + 3 * ${l}, d)
            );

            ${R}
          }

          int xC = xCCorner + ${E};
          if (${A===1}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              initializationValue,
              initializationValue,
              initializationValue
            );

            ${R}
          } else if (${A===2}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${l}, d),
              initializationValue,
              initializationValue
            );

            ${R}
          } else if (${A===3}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${l}, d),
              getValue(batch, xR, xC + 2 * ${l}, d),
              initializationValue
            );

            ${R}
          }
        }
        setOutput(${T});
      }
    `}},vo=class{constructor(e,t,n,o=!1,s=!1){if(this.variableNames=["x"],t==="avg"&&n)throw new Error("Cannot compute positions for average pool.");let a=e.filterWidth,u=e.strideDepth,p=e.strideHeight,i=e.strideWidth,l=e.dilationDepth,c=e.dilationHeight,m=e.dilationWidth,f=e.effectiveFilterDepth,d=e.effectiveFilterHeight,g=e.effectiveFilterWidth,h=e.padInfo.front,x=e.padInfo.top,v=e.padInfo.left;this.outputShape=e.outShape;let I=t==="avg",T="0.0";if(I||(T="-1.0 / 1e-20"),n){this.userCode=`
        const ivec3 strides =
            ivec3(${u}, ${p}, ${i});
        const ivec3 pads = ivec3(${h}, ${x}, ${v});

        void main() {
          ivec5 coords = getOutputCoords();
          int batch = coords.x;
          int ch = coords.u;

          ivec3 xCorner = ivec3(coords.y, coords.z, coords.w) * strides - pads;
          int xDCorner = xCorner.x;
          int xRCorner = xCorner.y;
          int xCCorner = xCorner.z;

          // max/min x(?, ?, ?, ch) to get y(yD, yR, yC, ch).
          // ? = to be determined
          float minMaxValue = 0.0;
          float minMaxValueFound = 0.0;
          int minMaxPosition = 0;

          for (int wD = 0; wD < ${f};
              wD += ${l}) {
            int xD = xDCorner + wD;

            if (xD < 0 || xD >= ${e.inDepth}) {
              continue;
            }

            for (int wR = 0; wR < ${d};
                wR += ${c}) {
              int xR = xRCorner + wR;

              if (xR < 0 || xR >= ${e.inHeight}) {
                continue;
              }

              for (int wC = 0; wC < ${g};
                  wC += ${m}) {
                int xC = xCCorner + wC;

                if (xC < 0 || xC >= ${e.inWidth}) {
                  continue;
                }

                float value = getX(batch, xD, xR, xC, ch);

                // If a min / max value has already been found, use it. If not,
                // use the current value.
                float currMinMaxValue = mix(
                    value, minMaxValue, minMaxValueFound);
                if (value >= currMinMaxValue) {
                  minMaxValue = value;
                  minMaxValueFound = 1.0;
                  minMaxPosition = ${o?s?`(((batch * ${e.inDepth} + xD) * ${e.inHeight} + xR) * ${e.inWidth} + xC) * ${e.inChannels} + ch`:`((xD * ${e.inHeight} + xR) * ${e.inWidth} + xC) * ${e.inChannels} + ch`:`wD * ${d} * ${g} +
                      wR * ${g} + wC`};
                }
              }
            }
          }
          setOutput(float(minMaxPosition));
        }
      `;return}let E="max",A=`${t}(${t}(${t}(minMaxValue[0], minMaxValue[1]), minMaxValue[2]), minMaxValue[3])`;t==="avg"&&(A="avgValue / max(count, 1.0)");let R=Math.floor(a/4)*4,O=a%4,M=`
      if (${I}) {
        avgValue += dot(values, ones);
      } else {
        minMaxValue = ${E}(values, minMaxValue);
      }
    `;this.userCode=`
      const ivec3 strides =
        ivec3(${u}, ${p}, ${i});
      const ivec3 pads = ivec3(${h}, ${x}, ${v});
      const float initializationValue = ${T};
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float count = 0.0;

      float getValue(int batch, int xD, int xR, int xC, int ch) {
        if (xC < 0 || xC >= ${e.inWidth}) {
          return initializationValue;
        }
        count += 1.0;
        return getX(batch, xD, xR, xC, ch);
      }

      void main() {
        ivec5 coords = getOutputCoords();
        int batch = coords.x;
        int ch = coords.u;

        ivec3 xCorner = ivec3(coords.y, coords.z, coords.w) * strides - pads;
        int xDCorner = xCorner.x;
        int xRCorner = xCorner.y;
        int xCCorner = xCorner.z;

        // max/min x(?, ?, ?, d) to get y(yD, yR, yC, ch).
        // ? = to be determined
        vec4 minMaxValue = vec4(${T});
        float avgValue = 0.0;
        count = 0.0;

        for (int wD = 0; wD < ${f};
            wD += ${l}) {
          int xD = xDCorner + wD;

          if (xD < 0 || xD >= ${e.inDepth}) {
            continue;
          }

          for (int wR = 0; wR < ${d};
            wR += ${c}) {
            int xR = xRCorner + wR;

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int wC = 0; wC < ${R}; wC += 4) {
              int xC = xCCorner + wC * ${m};

              vec4 values = vec4(
                getValue(batch, xD, xR, xC, ch),
                getValue(batch, xD, xR, xC + ${m}, ch),
                getValue(batch, xD, xR, xC + 2 * ${m}, ch),
                getValue(batch, xD, xR, xC + 3 * ${m}, ch)
              );

              ${M}
            }

            int xC = xCCorner + ${R};
            if (${O===1}) {
              vec4 values = vec4(
                getValue(batch, xD, xR, xC, ch),
                initializationValue,
                initializationValue,
                initializationValue
              );

              ${M}
            } else if (${O===2}) {
              vec4 values = vec4(
                getValue(batch, xD, xR, xC, ch),
                getValue(batch, xD, xR, xC + ${m}, ch),
                initializationValue,
                initializationValue
              );

              ${M}
            } else if (${O===3}) {
              vec4 values = vec4(
                getValue(batch, xD, xR, xC, ch),
                getValue(batch, xD, xR, xC + ${m}, ch),
                getValue(batch, xD, xR, xC + 2 * ${m}, ch),
                initializationValue
              );

              ${M}
            }
          }
        }
        setOutput(${A});
      }
    `}};function Tq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e;Qr(o,"avgPool");let{filterSize:s,strides:a,pad:u,dimRoundingMode:p}=n,i=1;b.assert(N.eitherStridesOrDilationsAreOne(a,i),()=>`Error in avgPool: Either strides or dilations must be 1. Got strides ${a} and dilations '${i}'`);let l=N.computePool2DInfo(o.shape,s,a,i,u,p);if(l.filterWidth===1&&l.filterHeight===1&&b.arraysEqual(l.inShape,l.outShape))return je({inputs:{x:o},backend:t});let c=new Or(l,"avg",!1);return t.runWebGLProgram(c,[o],"float32")}var $$={kernelName:Ro,backendName:"webgl",kernelFunc:Tq};function kq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{filterSize:s,strides:a,pad:u,dimRoundingMode:p,dataFormat:i}=n,l=[1,1,1],c=N.computePool3DInfo(o.shape,s,a,l,u,p,i),m=new vo(c,"avg",!1);return t.runWebGLProgram(m,[o],"float32")}var A$={kernelName:_a,backendName:"webgl",kernelFunc:kq};var lf=class{constructor(e){this.variableNames=["dy"],this.outputShape=e.inShape;let t=e.filterHeight,n=e.filterWidth,o=e.strideHeight,s=e.strideWidth,a=e.dilationHeight,u=e.dilationWidth,p=e.effectiveFilterHeight,i=e.effectiveFilterWidth,l=p-1-e.padInfo.top,c=i-1-e.padInfo.left,m=1/(t*n);this.userCode=`
      const ivec2 pads = ivec2(${l}, ${c});
      const float avgMultiplier = float(${m});

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];

        ivec2 dyRCCorner = coords.yz - pads;
        int dyRCorner = dyRCCorner.x;
        int dyCCorner = dyRCCorner.y;

        // Convolve dy(?, ?, d) with pos mask(:, :, d) to get dx(xR, xC, d).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${p};
            wR += ${a}) {
          float dyR = float(dyRCorner + wR) / ${o}.0;

          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);

          for (int wC = 0; wC < ${i};
            wC+= ${u}) {
            float dyC = float(dyCCorner + wC) / ${s}.0;

            if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                fract(dyC) > 0.0) {
              continue;
            }
            int idyC = int(dyC);

            float dyValue = getDy(b, idyR, idyC, d);

            dotProd += dyValue * avgMultiplier;
          }
        }
        setOutput(dotProd);
      }
    `}},cf=class{constructor(e){this.variableNames=["dy"],this.outputShape=e.inShape;let t=e.filterDepth,n=e.filterHeight,o=e.filterWidth,s=e.strideDepth,a=e.strideHeight,u=e.strideWidth,p=e.dilationDepth,i=e.dilationHeight,l=e.dilationWidth,c=e.effectiveFilterDepth,m=e.effectiveFilterHeight,f=e.effectiveFilterWidth,d=c-1-e.padInfo.front,g=m-1-e.padInfo.top,h=f-1-e.padInfo.left,x=1/(t*n*o);this.userCode=`
      const ivec3 pads = ivec3(${d}, ${g}, ${h});
      const float avgMultiplier = float(${x});

      void main() {
        ivec5 coords = getOutputCoords();
        int batch = coords.x;
        int ch = coords.u;

        ivec3 dyCorner = ivec3(coords.y, coords.z, coords.w) - pads;
        int dyDCorner = dyCorner.x;
        int dyRCorner = dyCorner.y;
        int dyCCorner = dyCorner.z;

        // Convolve dy(?, ?, ?, d) with pos mask(:, :, :, ch) to get
        // dx(xD, xR, xC, ch).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;

        for (int wD = 0; wD < ${c};
            wD += ${p}) {
          float dyD = float(dyDCorner + wD) / ${s}.0;

          if (dyD < 0.0 || dyD >= ${e.outDepth}.0 || fract(dyD) > 0.0) {
            continue;
          }
          int idyD = int(dyD);

          for (int wR = 0; wR < ${m};
              wR += ${i}) {
            float dyR = float(dyRCorner + wR) / ${a}.0;

            if (dyR < 0.0 || dyR >= ${e.outHeight}.0 ||
                fract(dyR) > 0.0) {
              continue;
            }
            int idyR = int(dyR);

            for (int wC = 0; wC < ${f};
                wC += ${l}) {
              float dyC = float(dyCCorner + wC) / ${u}.0;

              if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                  fract(dyC) > 0.0) {
                continue;
              }
              int idyC = int(dyC);

              float dyValue = getDy(batch, idyD, idyR, idyC, ch);

              dotProd += dyValue * avgMultiplier;
            }
          }
        }
        setOutput(dotProd);
      }
    `}};function Eq(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,a=s,{filterSize:u,strides:p,pad:i,dimRoundingMode:l}=n,c=[1,1,1],m=N.computePool3DInfo(a.shape,u,p,c,i,l),f=new cf(m);return t.runWebGLProgram(f,[o],a.dtype)}var R$={kernelName:bl,backendName:"webgl",kernelFunc:Eq};function $q(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,a=s;Qr([o,s],"avgPoolGrad");let{filterSize:u,strides:p,pad:i}=n,l=N.computePool2DInfo(a.shape,u,p,1,i),c=new lf(l);return t.runWebGLProgram(c,[o],a.dtype)}var D$={kernelName:yl,backendName:"webgl",kernelFunc:$q};function Aq(r){let{inputs:e,backend:t,attrs:n}=r,{a:o,b:s}=e,{transposeA:a,transposeB:u}=n;return Zs({a:o,b:s,transposeA:a,transposeB:u,backend:t})}var F$={kernelName:Do,backendName:"webgl",kernelFunc:Aq};var mf=class{constructor(e,t,n,o,s,a){this.outputShape=[],this.variableNames=["x","mean","variance"],N.assertAndGetBroadcastShape(e,t),N.assertAndGetBroadcastShape(e,n);let u="0.0";o!=null&&(N.assertAndGetBroadcastShape(e,o),this.variableNames.push("offset"),u="getOffsetAtOutCoords()");let p="1.0";s!=null&&(N.assertAndGetBroadcastShape(e,s),this.variableNames.push("scale"),p="getScaleAtOutCoords()"),this.outputShape=e,this.userCode=`
      void main() {
        float x = getXAtOutCoords();
        float mean = getMeanAtOutCoords();
        float variance = getVarianceAtOutCoords();
        float offset = ${u};
        float scale = ${p};
        float inv = scale * inversesqrt(variance + float(${a}));
        setOutput(dot(vec3(x, -mean, offset), vec3(inv, inv, 1)));
      }
    `}};var ff=class{constructor(e,t,n,o,s,a){this.packedInputs=!0,this.packedOutput=!0,this.variableNames=["x","mean","variance"],N.assertAndGetBroadcastShape(e,t),N.assertAndGetBroadcastShape(e,n);let u="vec4(0.0)";o!=null&&(N.assertAndGetBroadcastShape(e,o),this.variableNames.push("offset"),u="getOffsetAtOutCoords()");let p="vec4(1.0)";s!=null&&(N.assertAndGetBroadcastShape(e,s),this.variableNames.push("scale"),p="getScaleAtOutCoords()"),this.outputShape=e,this.userCode=`
      void main() {
        vec4 offset = ${u};
        vec4 scale = ${p};

        vec4 x = getXAtOutCoords();
        vec4 mean = getMeanAtOutCoords();
        vec4 variance = getVarianceAtOutCoords();

        vec4 inv = scale * inversesqrt(variance + vec4(${a}));

        setOutput((x - mean) * inv + offset);
      }
    `}};var Rq=({inputs:r,backend:e,attrs:t})=>{let{x:n,mean:o,variance:s,offset:a,scale:u}=r;b.assert(o.shape.length===s.shape.length,()=>"Batch normalization gradient requires mean and variance to have equal ranks."),b.assert(a==null||o.shape.length===a.shape.length,()=>"Batch normalization gradient requires mean and offset to have equal ranks."),b.assert(u==null||o.shape.length===u.shape.length,()=>"Batch normalization gradient requires mean and scale to have equal ranks.");let{varianceEpsilon:p}=t;p==null&&(p=.001);let i=[n,o,s],l=null;a!=null&&(l=a.shape,i.push(a));let c=null;u!=null&&(c=u.shape,i.push(u));let m=$().getBool("WEBGL_PACK_NORMALIZATION")?new ff(n.shape,o.shape,s.shape,l,c,p):new mf(n.shape,o.shape,s.shape,l,c,p);return e.runWebGLProgram(m,i,i[0].dtype)},O$={kernelName:Ko,backendName:"webgl",kernelFunc:Rq};var df=class{constructor(e){this.variableNames=["source"],this.outputShape=e,this.rank=e.length;let t=se(this.rank);this.customUniforms=[{name:"start",arrayIndex:this.rank,type:"int"}];let n=Dq(this.rank),o,s=e.map((a,u)=>`sourceLoc.${Xb[u]} = start[${u}] + coords.${Xb[u]};`);o=`
        ${t} sourceLoc;
        ${t} coords = getOutputCoords();
        ${s.join(`
`)}
      `,this.userCode=`
      void main() {
        ${o}
        setOutput(getSource(${n}));
      }
    `}},Xb=["x","y","z","w","u","v"];function Dq(r){if(r===1)return"sourceLoc";if(r<=6)return Xb.slice(0,r).map(e=>"sourceLoc."+e).join(",");throw Error(`Slicing for rank ${r} is not yet supported`)}var hf=class{constructor(e){this.variableNames=["source"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.rank=e.length,this.customUniforms=[{name:"start",arrayIndex:this.rank,type:"int"}];let t=se(this.rank),n=Ke("coords",this.rank),o=Ke("sourceLoc",this.rank),s=this.rank===1?"sourceLoc":`vec2(${o.slice(-2).join()})`,a=`getChannel(getSource(${o.join()}), ${s})`,u=`
      result.x = ${a};
      if (++${n[this.rank-1]} < ${e[this.rank-1]}) {
        ++${o[this.rank-1]};
        result.y = ${a};
        --${o[this.rank-1]};
      }
    `,p=this.rank===1?"":`
      --${n[this.rank-1]};
      if (++${n[this.rank-2]} < ${e[this.rank-2]}) {
        ++${o[this.rank-2]};
        result.z = ${a};
        if (++${n[this.rank-1]} < ${e[this.rank-1]}) {
          ++${o[this.rank-1]};
          result.w = ${a};
        }
      }
    `,i=this.rank<=4?`sourceLoc = coords +
            ${t}(${e.map((l,c)=>`start[${c}]`).join()});`:e.map((l,c)=>`${o[c]} = ${n[c]} + start[${c}];`).join(`
`);this.userCode=`
      void main() {
        ${t} coords = getOutputCoords();
        ${t} sourceLoc;
        ${i}
        vec4 result = vec4(0.);
        ${u}
        ${p}
        setOutput(result);
      }
    `}};function Fq(r,e,t,n){let o=n.texData.get(r.dataId),s=n.makeTensorInfo(t,r.dtype),a=n.texData.get(s.dataId);Object.assign(a,o),a.refCount=1,a.shape=t,a.dtype=r.dtype;let u=nt.computeFlatOffset(e,b.computeStrides(r.shape));o.slice&&(u+=o.slice.flatOffset),a.slice={flatOffset:u,origDataId:o.slice&&o.slice.origDataId||r.dataId};let p=n.dataRefCount.get(a.slice.origDataId)||1;return n.dataRefCount.set(a.slice.origDataId,p+1),s}function Pr(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{begin:s,size:a}=n,[u,p]=nt.parseSliceParams(o,s,a);if(nt.assertParamsValid(o,u,p),b.sizeFromShape(p)===0)return t.makeTensorInfo(p,o.dtype,[]);if(t.shouldExecuteOnCPU([o])||o.dtype==="string"){let c=t.texData.get(o.dataId),m=_2(c.values,u,p,o.shape,o.dtype);return t.makeTensorInfo(p,o.dtype,m)}let{isPacked:i}=t.texData.get(o.dataId),l=nt.isSliceContinous(o.shape,u,p);if(i||!l){let c=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new hf(p):new df(p),m=[u];return t.runWebGLProgram(c,[o],o.dtype,m)}return t.uploadToGPU(o.dataId),Fq(o,u,p,t)}var P$={kernelName:fs,backendName:"webgl",kernelFunc:Pr};var Oq=r=>{let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{blockShape:s,crops:a}=n;b.assert(o.shape.length<=4,()=>"batchToSpaceND for rank > 4 with a WebGL backend not implemented yet");let u=s.reduce((v,I)=>v*I),p=N.getReshaped(o.shape,s,u),i=N.getPermuted(p.length,s.length),l=N.getReshapedPermuted(o.shape,s,u),c=N.getSliceBeginCoords(a,s.length),m=N.getSliceSize(l,a,s.length),f=[],d=B({inputs:{x:o},backend:t,attrs:{shape:p}}),g=Pe({inputs:{x:d},backend:t,attrs:{perm:i}}),h=B({inputs:{x:g},backend:t,attrs:{shape:l}}),x=Pr({inputs:{x:h},backend:t,attrs:{begin:c,size:m}});return f.push(d),f.push(g),f.push(h),f.forEach(v=>t.disposeIntermediateTensorInfo(v)),x},M$={kernelName:Ta,backendName:"webgl",kernelFunc:Oq};function Pq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,weights:s}=e,{size:a}=n,u=t.readSync(o.dataId),p=t.readSync(s.dataId),i=Km(u,p,s.dtype,s.shape,a);return t.makeTensorInfo([a],s.dtype,i)}var L$={kernelName:Fo,backendName:"webgl",kernelFunc:Pq};var Mq=`
  int r = int(a.r) & int(b.r);
  int g = int(a.g) & int(b.g);
  int rb = int(a.b) & int(b.b);
  int ra = int(a.a) & int(b.a);
  return vec4(r, g, rb, ra);
`,Lq=`
  return float(int(a.r) & int(b.r));
`;function Bq(r){let{inputs:e,backend:t}=r,{a:n,b:o}=e,s=$().getBool("WEBGL_PACK_BINARY_OPERATIONS"),a=$().getNumber("WEBGL_VERSION");if(t.shouldExecuteOnCPU([n,o])||a===1){let p=t.texData.get(n.dataId).values,i=t.texData.get(o.dataId).values,[l,c]=YE(n.shape,o.shape,p,i,n.dtype),m=t.makeTensorInfo(c,n.dtype),f=t.texData.get(m.dataId);return f.values=l,m}let u;return s?u=new nr(Mq,n.shape,o.shape,!1):u=new Kt(Lq,n.shape,o.shape),t.runWebGLProgram(u,[n,o],n.dtype)}var B$={kernelName:$n,backendName:"webgl",kernelFunc:Bq};function Vq(r){let{inputs:e,backend:t}=r,{s0:n,s1:o}=e,s=t.readSync(n.dataId),a=t.readSync(o.dataId),u=N.assertAndGetBroadcastShape(Array.from(s),Array.from(a));return t.makeTensorInfo([u.length],"int32",Int32Array.from(u))}var V$={kernelName:ka,backendName:"webgl",kernelFunc:Vq};var Uq="return float(a != b);",Yb=_e({opSnippet:Uq,cpuKernelImpl:x2,dtype:"bool"}),U$={kernelName:Gn,backendName:"webgl",kernelFunc:Yb};function vn(r){let{inputs:e,backend:t}=r,{input:n}=e,o=t.texData.get(n.dataId);return je({inputs:{x:o.complexTensorInfos.real},backend:t})}var W$={kernelName:ku,backendName:"webgl",kernelFunc:vn};var Wq="return float(int(x));";function G$(r,e){let t=new xt(r.shape,Wq),n=e.runWebGLProgram(t,[r],"int32");return{dataId:n.dataId,shape:n.shape,dtype:n.dtype}}function Qb(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{dtype:s}=n;if(s==="complex64"){if(o.dtype==="complex64")return je({inputs:{x:o},backend:t});let a=Sr(o.shape),u=Qb({inputs:{x:o},backend:t,attrs:{dtype:"float32"}}),p=jt({inputs:{real:u,imag:a},backend:t});return a.dispose(),t.disposeIntermediateTensorInfo(u),p}if(o.dtype==="complex64"){let a=vn({inputs:{input:o},backend:t}),u=Qb({inputs:{x:a},backend:t,attrs:{dtype:s}});return t.disposeIntermediateTensorInfo(a),u}if(!b.hasEncodingLoss(o.dtype,s)){let a=je({inputs:{x:o},backend:t});return{dataId:a.dataId,shape:a.shape,dtype:s}}if(t.shouldExecuteOnCPU([o])){let a=t.texData.get(o.dataId).values,[u,p,i]=QE(a,o.shape,o.dtype,s);return t.makeTensorInfo(u,p,i)}if(s==="int32")return G$(o,t);if(s==="bool"){let a=t.makeTensorInfo([],"bool",b.getTypedArrayFromDType("bool",1)),p=Yb({inputs:{a:o,b:a},backend:t});return t.disposeIntermediateTensorInfo(a),p}throw new Error(`Error in Cast: failed to cast ${o.dtype} to ${s}`)}var z$={kernelName:sn,backendName:"webgl",kernelFunc:Qb};var H$="return ceil(x);",Gq=X({opSnippet:H$,packedOpSnippet:H$,cpuKernelImpl:ZE}),q$={kernelName:An,backendName:"webgl",kernelFunc:Gq};var gf=class{constructor(e){this.variableNames=["A"],this.customUniforms=[{name:"minVal",type:"float"},{name:"maxVal",type:"float"}],this.outputShape=e,this.userCode=`

      void main() {
        float value = getAAtOutCoords();
        if (isnan(value)) {
          setOutput(value);
          return;
        }

        setOutput(clamp(value, minVal, maxVal));
      }
    `}};var xf=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"minVal",type:"float"},{name:"maxVal",type:"float"}],this.outputShape=e,this.userCode=`
      void main() {
        vec4 value = getAAtOutCoords();

        if (any(isnan(value))) {
          setOutput(value);
          return;
        }

        setOutput(clamp(value, vec4(minVal), vec4(maxVal)));
      }
    `}};function zq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{clipValueMin:s,clipValueMax:a}=n,u;$().getBool("WEBGL_PACK_CLIP")?u=new xf(o.shape):u=new gf(o.shape);let p=[[s],[a]];return t.runWebGLProgram(u,[o],o.dtype,p)}var K$={kernelName:Oo,backendName:"webgl",kernelFunc:zq};var yf=class{constructor(e){this.variableNames=["real","imag"],this.outputShape=e,this.userCode=`
      void main() {
        float re = abs(getRealAtOutCoords());
        float im = abs(getImagAtOutCoords());
        float mx = max(re, im);

        // sadly the length function in glsl is not underflow-safe
        // (at least not on Intel GPUs). So the safe solution is
        // to ensure underflow-safety in all cases.
        setOutput(
          mx == 0.0 ? 0.0 : mx * length(vec2(1, min(re, im)/mx))
        );
      }
    `}};function j$(r,e){return{dataId:e.dataId,dtype:e.dtype,shape:r.shape}}function Hq(r){let{inputs:e,backend:t}=r,{x:n}=e,o=t.texData.get(n.dataId),s=new yf(n.shape),a=[j$(n,o.complexTensorInfos.real),j$(n,o.complexTensorInfos.imag)];return t.runWebGLProgram(s,a,a[0].dtype)}var X$={kernelName:wl,backendName:"webgl",kernelFunc:Hq};var bf=class{constructor(e){this.outputShape=[],this.outputShape=N.computeOutShape(e,1),this.variableNames=e.map((a,u)=>`T${u}`);let t=new Array(e.length-1);t[0]=e[0][1];for(let a=1;a<t.length;a++)t[a]=t[a-1]+e[a][1];let n=[`if (yC < ${t[0]}) setOutput(getT0(yR, yC));`];for(let a=1;a<t.length;a++){let u=t[a-1];n.push(`else if (yC < ${t[a]}) setOutput(getT${a}(yR, yC-${u}));`)}let o=t.length,s=t[t.length-1];n.push(`else setOutput(getT${o}(yR, yC-${s}));`),this.userCode=`
      void main() {
        ivec2 coords = getOutputCoords();
        int yR = coords.x;
        int yC = coords.y;

        ${n.join(`
        `)}
      }
    `}};var vf=class{constructor(e,t){this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[],this.outputShape=N.computeOutShape(e,t);let n=this.outputShape,o=n.length,s=se(o),a=Ke("coords",o),u=["x","y","z","w","u","v"].slice(0,o);this.variableNames=e.map((g,h)=>`T${h}`);let p=new Array(e.length-1);p[0]=e[0][t];for(let g=1;g<p.length;g++)p[g]=p[g-1]+e[g][t];let i=u[t],l=u.slice(-2),c=u.join(),m=`if (${i} < ${p[0]}) {
        return getChannel(
            getT0(${c}), vec2(${l.join()}));
        }`;for(let g=1;g<p.length;g++){let h=p[g-1];m+=`
        if (${i} < ${p[g]}  && ${i} >= ${p[g-1]}) {
          return getChannel(
            getT${g}(${wf(u,i,h)}),
            vec2(${wf(l,i,h)}));
        }`}let f=p.length,d=p[p.length-1];m+=`
        return getChannel(
          getT${f}(${wf(u,i,d)}),
          vec2(${wf(l,i,d)}));`,this.userCode=`
      float getValue(${u.map(g=>"int "+g)}) {
        ${m}
      }

      void main() {
        ${s} coords = getOutputCoords();
        vec4 result = vec4(getValue(${a}), 0., 0., 0.);

        ${a[o-1]} = ${a[o-1]} + 1;
        if (${a[o-1]} < ${n[o-1]}) {
          result.g = getValue(${a});
        }

        ${a[o-2]} = ${a[o-2]} + 1;
        if (${a[o-2]} < ${n[o-2]}) {
          result.a = getValue(${a});
        }

        ${a[o-1]} = ${a[o-1]} - 1;
        if (${a[o-2]} < ${n[o-2]} &&
            ${a[o-1]} < ${n[o-1]}) {
          result.b = getValue(${a});
        }
        setOutput(result);
      }
    `}};function wf(r,e,t){let n=r.indexOf(e);return r.map((s,a)=>a===n?`${s} - ${t}`:s).join()}function Js(r){let{inputs:e,backend:t}=r,{input:n}=e,o=t.texData.get(n.dataId);return je({inputs:{x:o.complexTensorInfos.imag},backend:t})}var Y$={kernelName:_l,backendName:"webgl",kernelFunc:Js};function su(r,e,t){let n=r[0].dtype;if(n==="complex64"){let f=r.map(v=>vn({inputs:{input:v},backend:t})),d=r.map(v=>Js({inputs:{input:v},backend:t})),g=su(f,e,t),h=su(d,e,t),x=jt({inputs:{real:g,imag:h},backend:t});return f.forEach(v=>t.disposeIntermediateTensorInfo(v)),d.forEach(v=>t.disposeIntermediateTensorInfo(v)),t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo(h),x}let o=t.shouldExecuteOnCPU(r);if(n==="string"&&(o=!0),o){let f=r.map(T=>{let A=[-1,b.sizeFromShape(T.shape.slice(e))];return B({inputs:{x:T},backend:t,attrs:{shape:A}})}),d=f.map(T=>({vals:t.readSync(T.dataId),shape:T.shape})),g=N.computeOutShape(f.map(T=>T.shape),1),h=f[0].shape[0]===1,x=JE(d,g,n,h),v=N.computeOutShape(r.map(T=>T.shape),e),I=t.makeTensorInfo(v,n,x);return f.forEach(T=>t.disposeIntermediateTensorInfo(T)),I}let s=r.filter(f=>b.sizeFromShape(f.shape)>0),a=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")&&s[0].shape.length>1;if(s.length===1){let f=a?new xt(r[0].shape,Zr):new qt(r[0].shape,Zr);return t.runWebGLProgram(f,r,n)}let u=$().getNumber("WEBGL_MAX_TEXTURES_IN_SHADER");if(s.length>u){let f=[];for(let g=0;g<s.length;g+=u){let h=s.slice(g,g+u);f.push(su(h,e,t))}let d=su(f,e,t);for(let g of f)t.disposeIntermediateTensorInfo(g);return d}if(a){let f=new vf(s.map(d=>d.shape),e);return t.runWebGLProgram(f,s,n)}let{tensors2D:p,outShape:i}=qq(s,e,t),l=new bf(p.map(f=>f.shape)),c=t.runWebGLProgram(l,p,n);p.forEach(f=>t.disposeIntermediateTensorInfo(f));let m=B({inputs:{x:c},attrs:{shape:i},backend:t});return t.disposeIntermediateTensorInfo(c),m}function qq(r,e,t){let n=N.computeOutShape(r.map(s=>s.shape),e);return{tensors2D:r.map(s=>B({inputs:{x:s},attrs:{shape:[-1,b.sizeFromShape(s.shape.slice(e))]},backend:t})),outShape:n}}function Zb(r){let{inputs:e,backend:t,attrs:n}=r,{axis:o}=n,s=b.parseAxisParam(o,e[0].shape)[0],a=e.map(i=>i.shape);N.assertParamsConsistent(a,s);let u=N.computeOutShape(e.map(i=>i.shape),s);if(b.sizeFromShape(u)===0)return t.makeTensorInfo(u,e[0].dtype,[]);let p=e.filter(i=>b.sizeFromShape(i.shape)>0);return p.length===1?je({inputs:{x:p[0]},backend:t}):su(p,s,t)}var Q$={kernelName:Ea,backendName:"webgl",kernelFunc:Zb};var au=class{constructor(e,t=!1,n=null,o=!1,s=!1){this.variableNames=["x","W"],this.outputShape=e.outShape;let a=e.padInfo.top,u=e.padInfo.left,p=e.strideHeight,i=e.strideWidth,l=e.dilationHeight,c=e.dilationWidth,m=e.filterHeight,f=e.filterWidth,d=Math.floor(e.inChannels/4)*4,g=e.inChannels%4,h=e.dataFormat==="channelsLast",x=h?1:2,v=h?2:3,I=h?3:1,T="",E="";n&&(o?T=`float activation(float a) {
          float b = getPreluActivationWeightsAtOutCoords();
          ${n}
        }`:s?T=`float activation(float a) {
          float b = getLeakyreluAlphaAtOutCoords();
          ${n}
        }`:T=`
          float activation(float x) {
            ${n}
          }
        `,E="result = activation(result);");let A=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),o&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${T}

      const ivec2 strides = ivec2(${p}, ${i});
      const ivec2 pads = ivec2(${a}, ${u});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d2 = coords[${I}];

        ivec2 xRCCorner =
            ivec2(coords[${x}], coords[${v}]) * strides - pads;
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // Convolve x(?, ?, d1) with w(:, :, d1, d2) to get y(yR, yC, d2).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${m}; wR++) {
          int xR = xRCorner + wR * ${l};

          if (xR < 0 || xR >= ${e.inHeight}) {
            continue;
          }

          for (int wC = 0; wC < ${f}; wC++) {
            int xC = xCCorner + wC * ${c};

            if (xC < 0 || xC >= ${e.inWidth}) {
              continue;
            }

            for (int d1 = 0; d1 < ${d}; d1 += 4) {
              vec4 wValues = vec4(
                getW(wR, wC, d1, d2),
                getW(wR, wC, d1 + 1, d2),
                getW(wR, wC, d1 + 2, d2),
                getW(wR, wC, d1 + 3, d2)
              );

              if (${h}) {
                vec4 xValues = vec4(
                  getX(batch, xR, xC, d1),
                  getX(batch, xR, xC, d1 + 1),
                  getX(batch, xR, xC, d1 + 2),
                  getX(batch, xR, xC, d1 + 3)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec4 xValues = vec4(
                  getX(batch, d1, xR, xC),
                  getX(batch, d1 + 1, xR, xC),
                  getX(batch, d1 + 2, xR, xC),
                  getX(batch, d1 + 3, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }
            }

            if (${g===1}) {

              if (${h}) {
                dotProd +=
                    getX(batch, xR, xC, ${d}) *
                    getW(wR, wC, ${d}, d2);
              } else {
                dotProd +=
                    getX(batch, ${d}, xR, xC) *
                    getW(wR, wC, ${d}, d2);
              }

            } else if (${g===2}) {
              vec2 wValues = vec2(
                getW(wR, wC, ${d}, d2),
                getW(wR, wC, ${d} + 1, d2)
              );

              if (${h}) {
                vec2 xValues = vec2(
                  getX(batch, xR, xC, ${d}),
                  getX(batch, xR, xC, ${d} + 1)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec2 xValues = vec2(
                  getX(batch, ${d}, xR, xC),
                  getX(batch, ${d} + 1, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }

            } else if (${g===3}) {
              vec3 wValues = vec3(
                getW(wR, wC, ${d}, d2),
                getW(wR, wC, ${d} + 1, d2),
                getW(wR, wC, ${d} + 2, d2)
              );

              if (${h}) {
                vec3 xValues = vec3(
                  getX(batch, xR, xC, ${d}),
                  getX(batch, xR, xC, ${d} + 1),
                  getX(batch, xR, xC, ${d} + 2)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec3 xValues = vec3(
                  getX(batch, ${d}, xR, xC),
                  getX(batch, ${d} + 1, xR, xC),
                  getX(batch, ${d} + 2, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }

            }
          }
        }

        float result = dotProd;
        ${A}
        ${E}
        setOutput(result);
      }
    `}},Sf=class{constructor(e){this.variableNames=["x","W"],this.outputShape=e.outShape;let t=e.padInfo.front,n=e.padInfo.top,o=e.padInfo.left,s=e.strideDepth,a=e.strideHeight,u=e.strideWidth,p=e.dilationDepth,i=e.dilationHeight,l=e.dilationWidth,c=e.filterDepth,m=e.filterHeight,f=e.filterWidth,d=Math.floor(e.inChannels/4)*4,g=e.inChannels%4;this.userCode=`
      const ivec3 strides = ivec3(${s}, ${a}, ${u});
      const ivec3 pads = ivec3(${t}, ${n}, ${o});

      void main() {
        ivec5 coords = getOutputCoords();
        int batch = coords.x;
        int d2 = coords.u;

        ivec3 xFRCCorner = ivec3(coords.y, coords.z, coords.w) * strides - pads;
        int xFCorner = xFRCCorner.x;
        int xRCorner = xFRCCorner.y;
        int xCCorner = xFRCCorner.z;

        // Convolve x(?, ?, ?, d1) with w(:, :, :, d1, d2) to get
        // y(yF, yR, yC, d2). ? = to be determined. : = across all
        // values in that axis.
        float dotProd = 0.0;
        for (int wF = 0; wF < ${c}; wF++) {
          int xF = xFCorner + wF * ${p};

          if (xF < 0 || xF >= ${e.inDepth}) {
            continue;
          }

          for (int wR = 0; wR < ${m}; wR++) {
            int xR = xRCorner + wR * ${i};

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int wC = 0; wC < ${f}; wC++) {
              int xC = xCCorner + wC * ${l};

              if (xC < 0 || xC >= ${e.inWidth}) {
                continue;
              }

              for (int d1 = 0; d1 < ${d}; d1 += 4) {
                vec4 xValues = vec4(
                  getX(batch, xF, xR, xC, d1),
                  getX(batch, xF, xR, xC, d1 + 1),
                  getX(batch, xF, xR, xC, d1 + 2),
                  getX(batch, xF, xR, xC, d1 + 3)
                );
                vec4 wValues = vec4(
                  getW(wF, wR, wC, d1, d2),
                  getW(wF, wR, wC, d1 + 1, d2),
                  getW(wF, wR, wC, d1 + 2, d2),
                  getW(wF, wR, wC, d1 + 3, d2)
                );

                dotProd += dot(xValues, wValues);
              }

              if (${g===1}) {
                dotProd +=
                  getX(batch, xF, xR, xC, ${d}) *
                  getW(wF, wR, wC, ${d}, d2);
              } else if (${g===2}) {
                vec2 xValues = vec2(
                  getX(batch, xF, xR, xC, ${d}),
                  getX(batch, xF, xR, xC, ${d} + 1)
                );
                vec2 wValues = vec2(
                  getW(wF, wR, wC, ${d}, d2),
                  getW(wF, wR, wC, ${d} + 1, d2)
                );
                dotProd += dot(xValues, wValues);
              } else if (${g===3}) {
                vec3 xValues = vec3(
                  getX(batch, xF, xR, xC, ${d}),
                  getX(batch, xF, xR, xC, ${d} + 1),
                  getX(batch, xF, xR, xC, ${d} + 2)
                );
                vec3 wValues = vec3(
                  getW(wF, wR, wC, ${d}, d2),
                  getW(wF, wR, wC, ${d} + 1, d2),
                  getW(wF, wR, wC, ${d} + 2, d2)
                );
                dotProd += dot(xValues, wValues);
              }
            }
          }
        }
        setOutput(dotProd);
      }
    `}};var iu=class{constructor(e,t=!1,n=null,o=!1,s=!1){this.variableNames=["x","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=ke(this.outputShape.length);let a=e.padInfo.left,u=e.strideWidth,p=e.dilationWidth,i=e.filterHeight,l=e.filterWidth,c=l,m=`
       int xR; int xC; int xCOffset;
       vec4 wTexel; vec4 previous; vec4 final;`;for(let h=0;h<l;h++)m+=`
           vec4 xTexelC${h*2};
           int xTexelC${h*2}Ready;
           vec4 xTexelC${h*2+1};
           int xTexelC${h*2+1}Ready;
           vec4 xC${h};`;m+=`
     for (int r = 0; r < ${i}; r++) {
      for (int d1 = 0; d1 < ${e.inChannels}; d1 += 2) {
       `;for(let h=0;h<l;h++)m+=`
           xTexelC${h*2} = vec4(0.0);
           xTexelC${h*2}Ready = 0;
           xTexelC${h*2+1} = vec4(0.0);
           xTexelC${h*2+1}Ready = 0;
           xC${h} = vec4(0.0);`;m+=`
         xR = xRCorner + r * dilations[0];
         if (xR >=0 && xR < inDims[0]) {
       `;for(let h=0;h<(c+1)/2;h++){let x=h*2;if(m+=`
           xC = xCCorner + ${x*p};
           `,u===1){if(x<l&&(a%2===1?(m+=`
                 xCOffset = xC + 1;
                 if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x}Ready == 0) {
                   xTexelC${x} = getX(batch, xR, xCOffset, d1);

                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${x}.zw = vec2(0.0);
                   }
                   xTexelC${x}Ready = 1;
                 }
               `,p===1&&x>0?m+=`
                 xC${x} = vec4(xTexelC${x-2}.zw, xTexelC${x}.xy);
                 `:m+=`
                   xCOffset = xC + 1 - 2;

                   if (xCOffset >= 0 && xCOffset < inDims[1]) {
                     previous = getX(batch, xR, xCOffset, d1);

                     // Need to manually clear unused channels in case
                     // we're reading from recycled texture.
                     if (xCOffset + 1 >= inDims[1]) {
                       previous.zw = vec2(0.0);
                     }

                     xC${x} = vec4(previous.zw, xTexelC${x}.xy);
                   } else {
                     xC${x} = vec4(0.0, 0.0, xTexelC${x}.xy);
                   }
                   `):m+=`
                 if (xC >= 0 && xC < inDims[1] && xTexelC${x}Ready == 0) {
                   xTexelC${x} = getX(batch, xR, xC, d1);
                   if (xC + 1 >= inDims[1]) {
                     xTexelC${x}.zw = vec2(0.0);
                   }
                   xTexelC${x}Ready = 1;
                 }

                 xC${x} = xTexelC${x};
                 `,x+1<l)){let v=a%2===0?b.nearestLargerEven(p):p;p%2===0&&a%2===1||p%2!==0&&a%2!==1?(m+=`
                   xCOffset = xC + imod(pads[1], 2) + ${v};

                   if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                     xTexelC${x+1} = getX(batch, xR, xCOffset, d1);

                     // Need to manually clear unused channels in case
                     // we're reading from recycled texture.
                     if (xCOffset + 1 >= inDims[1]) {
                       xTexelC${x+1}.zw = vec2(0.0);
                     }
                     xTexelC${x+1}Ready = 1;
                   }
                   `,p>1?m+=`
                     xCOffset -= 2;
                     if (xCOffset >= 0 && xCOffset < inDims[1]) {
                      previous = getX(batch, xR, xCOffset, d1);
                      xC${x+1} = vec4(previous.zw, xTexelC${x+1}.xy);
                     } else {
                      xC${x+1} = vec4(0.0, 0.0, xTexelC${x+1}.xy);
                     }
                     `:m+=`
                     xC${x+1} = vec4(xTexelC${x}.zw, xTexelC${x+1}.xy);
                     `):v===1?m+=`
                     xC${x+1} = xTexelC${x};
                     `:m+=`
                     xCOffset = xC + ${v};

                     if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                       xTexelC${x+1} = getX(batch, xR, xCOffset, d1);
                       if (xCOffset + 1 >= inDims[1]) {
                         xTexelC${x+1}.zw = vec2(0.0);
                       }
                       xTexelC${x+1}Ready = 1;
                     }

                     xC${x+1} = xTexelC${x+1};
                     `}}else x<l&&(a%2===1?(m+=`
                 xCOffset = xC + 1 - strides[1];
                 if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x}Ready == 0) {
                   xTexelC${x} = getX(batch, xR, xCOffset, d1);
                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${x}.zw = vec2(0.0);
                   }
                   xTexelC${x}Ready = 1;
                 }

                 if(xC + 1 >= 0 && xC + 1 < inDims[1] && xTexelC${x+1}Ready == 0) {
                   xTexelC${x+1} = getX(batch, xR, xC + 1, d1);
                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xC + 2 >= inDims[1]) {
                     xTexelC${x+1}.zw = vec2(0.0);
                   }
                   xTexelC${x+1}Ready = 1;
                 }

                 xC${x} = vec4(xTexelC${x}.zw, xTexelC${x+1}.zw);
               `,x+1<l&&(m+=`
                   final = vec4(0.0);
                   xCOffset = xC + 1 + strides[1];
                   if(xCOffset >= 0 && xCOffset < inDims[1]) {
                     final = getX(batch, xR, xCOffset, d1);
                   }
                   xC${x+1} = vec4(xTexelC${x+1}.xy, final.xy);
                 `)):(m+=`
                 if(xC >= 0 && xC < inDims[1] && xTexelC${x}Ready == 0) {
                   xTexelC${x} = getX(batch, xR, xC, d1);
                   if (xC + 1 >= inDims[1]) {
                     xTexelC${x}.zw = vec2(0.0);
                   }
                   xTexelC${x}Ready = 1;
                 }

                 xCOffset = xC + strides[1];
                 if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                   xTexelC${x+1} = getX(batch, xR, xCOffset, d1);
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${x+1}.zw = vec2(0.);
                   }
                   xTexelC${x+1}Ready = 1;
                 }

                 xC${x} = vec4(
                   xTexelC${x}.xy, xTexelC${x+1}.xy);
               `,x+1<l&&(m+=`
                   xC${x+1} = vec4(xTexelC${x}.zw, xTexelC${x+1}.zw);
                 `)));x<l&&(m+=`
             wTexel = getW(r, ${x}, d1, d2);
             dotProd += xC${x}.xxzz * vec4(wTexel.xy, wTexel.xy);
             if(d1 + 1 < ${e.inChannels}) {
               dotProd += xC${x}.yyww * vec4(wTexel.zw, wTexel.zw);
             }
           `,x+1<l&&(m+=`
               wTexel = getW(r, ${x+1}, d1, d2);
               dotProd += xC${x+1}.xxzz * vec4(wTexel.xy, wTexel.xy);
               if(d1 + 1 < ${e.inChannels}) {
                 dotProd += xC${x+1}.yyww * vec4(wTexel.zw, wTexel.zw);
               }
             `))}m+=`
     }
   `,m+=`
     }
   `,m+=`
     }
   `;let f="",d="";n&&(o?f=`vec4 activation(vec4 a) {
           vec4 b = getPreluActivationWeightsAtOutCoords();
           ${n}
         }`:s?f=`vec4 activation(vec4 a) {
           vec4 b = getLeakyreluAlphaAtOutCoords();
           ${n}
         }`:f=`vec4 activation(vec4 x) {
           ${n}
         }`,d="result = activation(result);");let g=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),o&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
       ${f}

       void main() {
         ivec4 coords = getOutputCoords();
         int batch = coords.x;
         ivec2 xRCCorner = coords.yz * strides - pads;
         int d2 = coords.w;
         int xRCorner = xRCCorner.x;
         int xCCorner = xRCCorner.y;

         //intialize dotProd with a small epsilon seems to reduce GPU accuracy loss.
         vec4 dotProd = vec4(0.000000000000001);

         ${m}

         vec4 result = dotProd - vec4(0.000000000000001);
         ${g}
         ${d}
         setOutput(result);
       }
     `}};var If=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"inputShape",type:"ivec4"},{name:"pad",type:"ivec2"},{name:"stride",type:"ivec2"},{name:"dilation",type:"ivec2"},{name:"inChannels",type:"int"},{name:"itemsPerBlockRow",type:"int"},{name:"outWidth",type:"int"}],this.outputShape=e,this.enableShapeUniforms=ke(this.outputShape.length);let{dataFormat:n}=t,o=Be(),s=n==="channelsLast",a=s?1:2,u=s?2:3,p=this.enableShapeUniforms?"if(blockIndex < outShape[2] && pos < outShape[1]) {":`if(blockIndex < ${e[2]} && pos < ${e[1]}) {`,i="";for(let l=0;l<=1;l++)for(let c=0;c<=1;c++)i+=`
          blockIndex = rc.z + ${c};
          pos = rc.y + ${l};

          ${p}
            offsetY = int(blockIndex / outWidth) * stride[0] - pad[0];
            d0 = offsetY + dilation[0] * (pos / itemsPerBlockRow);

            if(d0 < inputShape[${a}] && d0 >= 0) {
              // Use custom imod instead mod. On Intel GPU, mod may generate
              // unexpected value.
              // https://github.com/tensorflow/tfjs/issues/5447
              offsetX = imod(blockIndex, outWidth) * stride[1] - pad[1];
              d1 = offsetX + dilation[1] * (imod(pos, itemsPerBlockRow) /
                  inChannels);

              if(d1 < inputShape[${u}] && d1 >= 0) {

                ch = imod(pos, inChannels);

                if (${s}) {
                  innerDims = vec2(d1, ch);
                  result[${l*2+c}] = getChannel(
                    getA(rc.x, d0, int(innerDims.x),
                    int(innerDims.y)), innerDims);
                } else {
                  innerDims = vec2(d0, d1);
                  result[${l*2+c}] = getChannel(
                    getA(rc.x, ch, int(innerDims.x),
                    int(innerDims.y)), innerDims);
                }
              }
            }
          }
        `;this.userCode=`
      void main() {
        ivec3 rc = getOutputCoords();

        vec4 result = vec4(0);

        int blockIndex, pos, offsetY, d0, offsetX, d1, ch;
        vec2 innerDims;

        ${i}

        ${o.output} = result;
      }
    `}};function Cf(r,e){let t=r.length;return t>=3?e?[...r.slice(0,-3),r[t-3]*r[t-2],r[t-1]]:[...r.slice(0,-3),r[t-3],r[t-2]*r[t-1]]:!e&&t===1&&r[0]>1?[r[0],1]:null}function Nf({x:r,filter:e,convInfo:t,backend:n,bias:o=null,preluActivationWeights:s=null,leakyreluAlpha:a=0,activation:u=null}){let p=r.shape,i=n.texData.get(r.dataId),l=t.inChannels,c=p[0]*p[1]*p[2],m=t.outChannels,f=t.dataFormat==="channelsLast",d=!1,g=!1,h,x=[];if(s!=null){let T=Cf(s.shape,f);T!=null&&(s=B({inputs:{x:s},backend:n,attrs:{shape:T}}),x.push(s))}if(o!=null){let T=Cf(o.shape,f);T!=null&&(o=B({inputs:{x:o},backend:n,attrs:{shape:T}}),x.push(o))}if(!((c===1||m===1)&&l>jb)&&i.isPacked&&f&&i.texture!=null&&p[2]%2!==0&&b.arraysEqual(i.shape.slice(-3),p.slice(-3))){let T=p[0]*p[1]*(p[2]+1),E={dataId:r.dataId,shape:[1,T,t.inChannels],dtype:r.dtype},A=i.shape;i.shape=i.shape.slice(),i.shape[i.shape.length-2]++,b.assert(Ks(i.shape,E.shape),()=>`packed reshape ${i.shape} to ${E.shape} isn't free`);let R=B({inputs:{x:e},backend:n,attrs:{shape:[1,t.inChannels,t.outChannels]}});x.push(R);let O=Zs({a:E,b:R,backend:n,transposeA:d,transposeB:g,bias:o,activation:u,preluActivationWeights:s,leakyreluAlpha:a}),M=n.texData.get(O.dataId);b.assert(M.isPacked,()=>"batchMatMul result is expected to be packed"),i.shape=A,M.shape=t.outShape,h=je({inputs:{x:O},backend:n}),h.shape=t.outShape,x.push(O)}else{let T=t.outHeight*t.outWidth,E=B({inputs:{x:r},backend:n,attrs:{shape:f?[t.batchSize,T,t.inChannels]:[t.batchSize,t.inChannels,T]}}),A=B({inputs:{x:e},backend:n,attrs:{shape:[1,t.inChannels,t.outChannels]}}),R=Zs({a:f?E:A,b:f?A:E,transposeA:!f,transposeB:g,backend:n,bias:o,activation:u,preluActivationWeights:s,leakyreluAlpha:a});h=B({inputs:{x:R},backend:n,attrs:{shape:t.outShape}}),x.push(E),x.push(A),x.push(R)}for(let T of x)n.disposeIntermediateTensorInfo(T);return h}function _f({x:r,filter:e,convInfo:t,backend:n,bias:o=null,preluActivationWeights:s=null,leakyreluAlpha:a=0,activation:u=null}){let{filterWidth:p,filterHeight:i,inChannels:l,outWidth:c,outHeight:m,dataFormat:f}=t,d=f==="channelsLast",g=p*i*l,h=m*c,x=[t.batchSize,g,h],v=!0,I=!1,T=[];if(s!=null){let $e=Cf(s.shape,d);$e!=null&&(s=B({inputs:{x:s},backend:n,attrs:{shape:$e}}),T.push(s))}if(o!=null){let $e=Cf(o.shape,d);$e!=null&&(o=B({inputs:{x:o},backend:n,attrs:{shape:$e}}),T.push(o))}let E=B({inputs:{x:e},backend:n,attrs:{shape:[1,g,b.sizeFromShape(e.shape)/g]}});T.push(E);let A=new If(x,t),R=[r.shape,[t.padInfo.top,t.padInfo.left],[t.strideHeight,t.strideWidth],[t.dilationHeight,t.dilationWidth],[t.inChannels],[t.filterWidth*t.inChannels],[t.outWidth]],O=n.runWebGLProgram(A,[r],"float32",R),M=B({inputs:{x:O},backend:n,attrs:{shape:x}});T.push(O),T.push(M);let L=o!=null,U=s!=null,z=u==="leakyrelu",J=u?wn(u,!0):null,ae=new ou(d?M.shape:E.shape,d?E.shape:M.shape,d?[t.batchSize,h,t.outChannels]:[t.batchSize,t.outChannels,h],v,I,L,J,U,z),ue=d?[M,E]:[E,M];if(o&&ue.push(o),U&&ue.push(s),z){let $e=n.makeTensorInfo([],"float32",b.createScalarValue(a,"float32"));ue.push($e),T.push($e)}let Ee=n.runWebGLProgram(ae,ue,"float32"),pe=B({inputs:{x:Ee},backend:n,attrs:{shape:t.outShape}});T.push(Ee);for(let $e of T)n.disposeIntermediateTensorInfo($e);return pe}function Kq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dataFormat:p,dilations:i,dimRoundingMode:l}=n,c=N.convertConv2DDataFormat(p),m=N.computeConv2DInfo(o.shape,s.shape,a,i,u,l,!1,c),f;if(m.filterHeight===1&&m.filterWidth===1&&m.dilationHeight===1&&m.dilationWidth===1&&m.strideHeight===1&&m.strideWidth===1&&(m.padInfo.type==="SAME"||m.padInfo.type==="VALID"))f=Nf({x:o,filter:s,convInfo:m,backend:t});else if(m.strideWidth<=2&&c==="channelsLast"&&$().getBool("WEBGL_EXP_CONV")){let g=new iu(m),h=[[m.padInfo.top,m.padInfo.left],[m.strideHeight,m.strideWidth],[m.dilationHeight,m.dilationWidth],[m.inHeight,m.inWidth]];f=t.runWebGLProgram(g,[o,s],"float32",h)}else if($().getBool("WEBGL_CONV_IM2COL"))f=_f({x:o,filter:s,convInfo:m,backend:t});else{let g=new au(m);f=t.runWebGLProgram(g,[o,s],"float32")}let d=B({inputs:{x:f},backend:t,attrs:{shape:m.outShape}});return t.disposeIntermediateTensorInfo(f),d}var Z$={kernelName:Po,backendName:"webgl",kernelFunc:Kq};var Tf=class{constructor(e){this.variableNames=["x","dy"],this.outputShape=e.filterShape;let t=e.strideHeight,n=e.strideWidth,o=e.padInfo.top,s=e.padInfo.left,a=e.dataFormat==="channelsLast";this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int wR = coords.x;
        int wC = coords.y;
        int d1 = coords.z;
        int d2 = coords.w;

        // Convolve x(?, ?, d1) with dy(:, :, d2) to get dw(wR, wC, d1, d2).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;

        for (int b = 0; b < ${e.batchSize}; b++) {
          for (int yR = 0; yR < ${e.outHeight}; yR++) {
            int xR = wR + yR * ${t} - ${o};

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int yC = 0; yC < ${e.outWidth}; yC++) {
              int xC = wC + yC * ${n} - ${s};

              if (xC < 0 || xC >= ${e.inWidth}) {
                continue;
              }

              ${a?`float dyValue = getDy(b, yR, yC, d2);
              float xValue = getX(b, xR, xC, d1);
              dotProd += (xValue * dyValue);`:`float dyValue = getDy(b, d2, yR, yC);
              float xValue = getX(b, d1, xR, xC);
              dotProd += (xValue * dyValue);`}
            }
          }
        }
        setOutput(dotProd);
      }
    `}},kf=class{constructor(e){this.variableNames=["dy","W"],this.outputShape=e.inShape;let t=e.filterHeight,n=e.filterWidth,o=e.strideHeight,s=e.strideWidth,a=e.dataFormat==="channelsLast",u=t-1-e.padInfo.top,p=n-1-e.padInfo.left,i=a?1:2,l=a?2:3,c=a?3:1;this.userCode=`
      const ivec2 pads = ivec2(${u}, ${p});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d1 = coords[${c}];

        ivec2 dyCorner = ivec2(coords[${i}], coords[${l}]) - pads;
        int dyRCorner = dyCorner.x;
        int dyCCorner = dyCorner.y;

        // Convolve dy(?, ?, d2) with w(:, :, d1, d2) to compute dx(xR, xC, d1).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${t}; wR++) {
          float dyR = float(dyRCorner + wR) / ${o}.0;

          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);

          int wRPerm = ${t} - 1 - wR;

          for (int wC = 0; wC < ${n}; wC++) {
            float dyC = float(dyCCorner + wC) / ${s}.0;

            if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                fract(dyC) > 0.0) {
              continue;
            }
            int idyC = int(dyC);

            int wCPerm = ${n} - 1 - wC;

            for (int d2 = 0; d2 < ${e.outChannels}; d2++) {

              if (${a}) {
                float xValue = getDy(batch, idyR, idyC, d2);
                float wValue = getW(wRPerm, wCPerm, d1, d2);
                dotProd += xValue * wValue;
              } else {
                float xValue = getDy(batch, d2, idyR, idyC);
                float wValue = getW(wRPerm, wCPerm, d1, d2);
                dotProd += xValue * wValue;
              }

            }
          }
        }
        setOutput(dotProd);
      }
    `}},Ef=class{constructor(e){this.variableNames=["x","dy"],this.outputShape=e.filterShape;let t=e.strideDepth,n=e.strideHeight,o=e.strideWidth,s=e.padInfo.front,a=e.padInfo.top,u=e.padInfo.left;this.userCode=`
      void main() {
        ivec5 coords = getOutputCoords();
        int wF = coords.x;
        int wR = coords.y;
        int wC = coords.z;
        int d1 = coords.w;
        int d2 = coords.u;

        float dotProd = 0.0;

        for (int b = 0; b < ${e.batchSize}; b++) {
          for (int yF = 0; yF < ${e.outDepth}; yF++) {
            int xF = wF + yF * ${t} - ${s};

            if (xF < 0 || xF >= ${e.inDepth}) {
              continue;
            }

            for (int yR = 0; yR < ${e.outHeight}; yR++) {
              int xR = wR + yR * ${n} - ${a};

              if (xR < 0 || xR >= ${e.inHeight}) {
                continue;
              }

              for (int yC = 0; yC < ${e.outWidth}; yC++) {
                int xC = wC + yC * ${o} - ${u};

                if (xC < 0 || xC >= ${e.inWidth}) {
                  continue;
                }

                float dyValue = getDy(b, yF, yR, yC, d2);
                float xValue = getX(b, xF, xR, xC, d1);
                dotProd += (xValue * dyValue);
              }
            }
          }
        }
        setOutput(dotProd);
      }
    `}},$f=class{constructor(e){this.variableNames=["dy","W"],this.outputShape=e.inShape;let t=e.filterDepth,n=e.filterHeight,o=e.filterWidth,s=e.strideDepth,a=e.strideHeight,u=e.strideWidth,p=t-1-e.padInfo.front,i=n-1-e.padInfo.top,l=o-1-e.padInfo.left;this.userCode=`
      const ivec3 pads = ivec3(${p}, ${i}, ${l});

      void main() {
        ivec5 coords = getOutputCoords();
        int batch = coords.x;
        int d1 = coords.u;


        ivec3 dyCorner = ivec3(coords.y, coords.z, coords.w) - pads;
        int dyFCorner = dyCorner.x;
        int dyRCorner = dyCorner.y;
        int dyCCorner = dyCorner.z;

        float dotProd = 0.0;
        for (int wF = 0; wF < ${t}; wF++) {
          float dyF = float(dyFCorner + wF) / ${s}.0;

          if (dyF < 0.0 || dyF >= ${e.outDepth}.0 || fract(dyF) > 0.0) {
            continue;
          }
          int idyF = int(dyF);

          int wFPerm = ${t} - 1 - wF;

          for (int wR = 0; wR < ${n}; wR++) {
            float dyR = float(dyRCorner + wR) / ${a}.0;

            if (dyR < 0.0 || dyR >= ${e.outHeight}.0 ||
              fract(dyR) > 0.0) {
              continue;
            }
            int idyR = int(dyR);

            int wRPerm = ${n} - 1 - wR;

            for (int wC = 0; wC < ${o}; wC++) {
              float dyC = float(dyCCorner + wC) / ${u}.0;

              if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                  fract(dyC) > 0.0) {
                continue;
              }
              int idyC = int(dyC);

              int wCPerm = ${o} - 1 - wC;

              for (int d2 = 0; d2 < ${e.outChannels}; d2++) {
                float xValue = getDy(batch, idyF, idyR, idyC, d2);
                float wValue = getW(wFPerm, wRPerm, wCPerm, d1, d2);
                dotProd += xValue * wValue;
              }
            }
          }
        }
        setOutput(dotProd);
      }
    `}};function jq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,dy:s}=e,{strides:a,pad:u,dataFormat:p,dimRoundingMode:i,filterShape:l}=n,c=N.convertConv2DDataFormat(p),m=N.computeConv2DInfo(o.shape,l,a,1,u,i,!1,c),f=new Tf(m);return t.runWebGLProgram(f,[o,s],"float32")}var J$={kernelName:vl,backendName:"webgl",kernelFunc:jq};var Af=class{constructor(e){this.variableNames=["dy","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"strides",type:"vec2"}],this.outputShape=e.inShape,this.enableShapeUniforms=ke(this.outputShape.length);let t=e.filterHeight,n=e.filterWidth,o=t-1-e.padInfo.top,s=n-1-e.padInfo.left;this.userCode=`
      const ivec2 pads = ivec2(${o}, ${s});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d1 = coords[3];

        ivec2 dyCorner = ivec2(coords[1], coords[2]) - pads;
        int dyRCorner = dyCorner.x;
        int dyCCorner = dyCorner.y;

        vec4 result = vec4(0.);
        for (int wR = 0; wR < ${t}; wR++) {
          float dyR = float(dyRCorner + wR) / strides[0];
          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);
          int wRPerm = ${t} - 1 - wR;

          for (int wC = 0; wC < ${n}; wC++) {
            int wCPerm = ${n} - 1 - wC;

            float dyC = float(dyCCorner + wC) / strides[1];
            bool idyCVal = (dyC >= 0.0) && (dyC < ${e.outWidth}.0)
              && (fract(dyC) == 0.0);
            int idyC = int(dyC);

            float dyC2 = float(dyCCorner + wC + 1) / strides[1];
            bool idyCVal2 = (dyC2 >= 0.0) && (dyC2 < ${e.outWidth}.0)
              && (fract(dyC2) == 0.0);
            int idyC2 = int(dyC2);

            if (idyCVal && idyCVal2) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC, d2);
                vec4 dySample2 = (idyC / 2 == idyC2 / 2) ?
                  dySample : getDy(batch, idyR, idyC2, d2);

                vec2 dyValue = mod(float(idyC), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.xy += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));

                dyValue = mod(float(idyC2), 2.) == 0. ?
                  dySample2.xy : dySample2.zw;
                result.zw += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            } else if (idyCVal) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC, d2);
                vec2 dyValue = mod(float(idyC), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.xy += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            } else if (idyCVal2) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC2, d2);
                vec2 dyValue = mod(float(idyC2), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.zw += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            }
          }
        }
        setOutput(result);
      }
    `}};function Xq(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,filter:s}=e,{inputShape:a,strides:u,pad:p,dataFormat:i,dimRoundingMode:l}=n,c=N.convertConv2DDataFormat(i),m=N.computeConv2DInfo(a,s.shape,u,1,p,l,!1,c);if($().getBool("WEBGL_PACK_CONV2DTRANSPOSE")&&c==="channelsLast"){let f=[[m.strideHeight,m.strideWidth]],d=new Af(m);return t.runWebGLProgram(d,[o,s],"float32",f)}else{let f=new kf(m);return t.runWebGLProgram(f,[o,s],"float32")}}var eA={kernelName:Mo,backendName:"webgl",kernelFunc:Xq};function Yq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dilations:p}=n,i=N.computeConv3DInfo(o.shape,s.shape,a,p,u),l=new Sf(i);return t.runWebGLProgram(l,[o,s],"float32")}var tA={kernelName:Lo,backendName:"webgl",kernelFunc:Yq};function Qq(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,dy:s}=e,{strides:a,pad:u,filterShape:p}=n,i=N.computeConv3DInfo(o.shape,p,a,1,u),l=new Ef(i);return t.runWebGLProgram(l,[o,s],"float32")}var rA={kernelName:Nu,backendName:"webgl",kernelFunc:Qq};function Zq(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,filter:s}=e,{pad:a,strides:u,inputShape:p}=n,i=N.computeConv3DInfo(p,s.shape,u,1,a),l=new $f(i);return t.runWebGLProgram(l,[o,s],"float32")}var nA={kernelName:Bo,backendName:"webgl",kernelFunc:Zq};var Jq=_r+`
  return cos(x);
`,eK=`
  vec4 result = cos(x);
  bvec4 isNaN = isnan(x);
  ${or}
  return result;
`,tK=X({opSnippet:Jq,packedOpSnippet:eK}),oA={kernelName:"Cos",backendName:"webgl",kernelFunc:tK};var rK=`
  float e2x = exp(-x);
  return (e2x + 1.0 / e2x) / 2.0;
`,nK=X({opSnippet:rK}),sA={kernelName:$a,backendName:"webgl",kernelFunc:nK};var Rf=class{constructor(e,t,n,o,s){this.variableNames=["Image","Boxes","BoxInd"],this.outputShape=[];let[a,u,p,i]=e,[l]=t,[c,m]=n;this.outputShape=[l,c,m,i];let f=o==="bilinear"?1:0,[d,g]=[`${u-1}.0`,`${p-1}.0`],[h,x,v]=c>1?[`${(u-1)/(c-1)}`,"(y2-y1) * height_ratio",`y1*${d} + float(y)*(height_scale)`]:["0.0","0.0",`0.5 * (y1+y2) * ${d}`],[I,T,E]=m>1?[`${(p-1)/(m-1)}`,"(x2-x1) * width_ratio",`x1*${g} + float(x)*(width_scale)`]:["0.0","0.0",`0.5 * (x1+x2) * ${g}`];this.userCode=`
      const float height_ratio = float(${h});
      const float width_ratio = float(${I});
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int y = coords[1];
        int x = coords[2];
        int d = coords[3];

        // get box vals
        float y1 = getBoxes(b,0);
        float x1 = getBoxes(b,1);
        float y2 = getBoxes(b,2);
        float x2 = getBoxes(b,3);

        // get image in batch index
        int bInd = round(getBoxInd(b));
        if(bInd < 0 || bInd >= ${a}) {
          return;
        }

        float height_scale = ${x};
        float width_scale = ${T};

        float in_y = ${v};
        if( in_y < 0.0 || in_y > ${d} ) {
          setOutput(float(${s}));
          return;
        }
        float in_x = ${E};
        if( in_x < 0.0 || in_x > ${g} ) {
          setOutput(float(${s}));
          return;
        }

        vec2 sourceFracIndexCR = vec2(in_x,in_y);
        if(${f} == 1) {
          // Compute the four integer indices.
          ivec2 sourceFloorCR = ivec2(sourceFracIndexCR);
          ivec2 sourceCeilCR = ivec2(ceil(sourceFracIndexCR));

          float topLeft = getImage(b, sourceFloorCR.y, sourceFloorCR.x, d);
          float bottomLeft = getImage(b, sourceCeilCR.y, sourceFloorCR.x, d);
          float topRight = getImage(b, sourceFloorCR.y, sourceCeilCR.x, d);
          float bottomRight = getImage(b, sourceCeilCR.y, sourceCeilCR.x, d);

          vec2 fracCR = sourceFracIndexCR - vec2(sourceFloorCR);

          float top = topLeft + (topRight - topLeft) * fracCR.x;
          float bottom = bottomLeft + (bottomRight - bottomLeft) * fracCR.x;
          float newValue = top + (bottom - top) * fracCR.y;
          setOutput(newValue);
        } else {
          // Compute the coordinators of nearest neighbor point.
          ivec2 sourceNearestCR = ivec2(floor(
            sourceFracIndexCR + vec2(0.5,0.5)));
          float newValue = getImage(b, sourceNearestCR.y, sourceNearestCR.x, d);
          setOutput(newValue);
        }
      }
    `}};var oK=r=>{let{inputs:e,backend:t,attrs:n}=r,{image:o,boxes:s,boxInd:a}=e,{cropSize:u,method:p,extrapolationValue:i}=n,l=new Rf(o.shape,s.shape,u,p,i);return t.runWebGLProgram(l,[o,s,a],"float32")},aA={kernelName:Wo,backendName:"webgl",kernelFunc:oK};var ea;(function(r){r.Prod="*",r.Sum="+"})(ea||(ea={}));var Tp=class{constructor(e,t,n,o){this.op=e,this.outputShape=t,this.variableNames=["x"],this.customUniforms=[{name:"index",type:"float"}];let s=this.outputShape.length,a=this.op===ea.Prod?"1.0":"0.0",u=n?a:`getX(${iA(s,"coords",this.op)})`,p=this.outputShape[this.outputShape.length-1],i="",l="";n?(i=o?`end != ${p-1}`:"end != 0",l=o?"end + 1":"end - 1"):(i=o?`end + pow2 < ${p}`:"end >= pow2",l=o?"end + pow2":"end - pow2"),this.userCode=`
      void main() {
        ${se(s)} coords = getOutputCoords();
        int end = ${uA(s,"coords",this.op)};
        float val = ${u};
        int pow2 = int(pow(2.0, index));
        if (${i}) {
          int idx = ${l};
          ${uA(s,"coords",this.op)} = idx;
          val ${this.op}= getX(${iA(s,"coords",this.op)});
        }
        setOutput(val);
      }
    `}};function iA(r,e,t){if(r===1)return`${e}`;if(r===2)return`${e}.x, ${e}.y`;if(r===3)return`${e}.x, ${e}.y, ${e}.z`;if(r===4)return`${e}.x, ${e}.y, ${e}.z, ${e}.w`;throw new Error(`Cumulative ${t} for rank ${r} is not yet supported`)}function uA(r,e,t){if(r===1)return`${e}`;if(r===2)return`${e}.y`;if(r===3)return`${e}.z`;if(r===4)return`${e}.w`;throw new Error(`Cumulative ${t} for rank ${r} is not yet supported`)}function Df(r,e,t,n,o,s){let a=e.shape.length,u=N.getAxesPermutation([n],a),p=e;u!=null&&(p=Pe({inputs:{x:e},backend:t,attrs:{perm:u}}));let i=N.getInnerMostAxes(1,a)[0];if(i!==a-1)throw new Error(`WebGL cumprod shader expects an inner-most axis=${e.shape.length-1} but got axis=${n}`);let l=p.shape[i],c=je({inputs:{x:p},backend:t});for(let m=0;m<=Math.ceil(Math.log2(l))-1;m++){let f=new Tp(r,p.shape,!1,s),d=[[m]],g=c;c=t.runWebGLProgram(f,[c],c.dtype,d),t.disposeIntermediateTensorInfo(g)}if(o){let m=new Tp(r,p.shape,o,s),f=c;c=t.runWebGLProgram(m,[c],c.dtype),t.disposeIntermediateTensorInfo(f)}if(u!=null){let m=N.getUndoAxesPermutation(u),f=Pe({inputs:{x:c},backend:t,attrs:{perm:m}});return t.disposeIntermediateTensorInfo(c),t.disposeIntermediateTensorInfo(p),f}return c}function sK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,exclusive:a,reverse:u}=n;return Df(ea.Prod,o,t,s,a,u)}var pA={kernelName:Vo,backendName:"webgl",kernelFunc:sK};function aK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,exclusive:a,reverse:u}=n;return Df(ea.Sum,o,t,s,a,u)}var lA={kernelName:Uo,backendName:"webgl",kernelFunc:aK};function iK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,weights:s}=e,{size:a,binaryOutput:u}=n;if(o.shape.length===1){let p=t.readSync(o.dataId),i=t.readSync(s.dataId),l=Km(p,i,s.dtype,s.shape,a);return t.makeTensorInfo([a],s.dtype,l)}else if(o.shape.length===2){let p=t.bufferSync(o),i=t.bufferSync(s),l=XE(p,i,a,u);return t.makeTensorInfo(l.shape,s.dtype,l.values)}throw new Error(`Error in denseBincount: input must be at most rank 2, but got rank${o.shape.length}.`)}var cA={kernelName:Aa,backendName:"webgl",kernelFunc:iK};var Ff=class{constructor(e,t,n){this.variableNames=["x"],this.outputShape=[],this.outputShape=e,this.blockSize=t,this.dataFormat=n,this.userCode=`
    void main() {
      ivec4 coords = getOutputCoords();
      int b = coords[0];
      int h = ${this.getHeightCoordString()};
      int w = ${this.getWidthCoordString()};
      int d = ${this.getDepthCoordString()};

      int in_h = h / ${t};
      int offset_h = imod(h, ${t});
      int in_w = w / ${t};
      int offset_w = imod(w, ${t});
      int offset_d = (offset_h * ${t} + offset_w) *
        ${this.getOutputDepthSize()};
      int in_d = d + offset_d;

      float result = ${this.getInputSamplingString()};
      setOutput(result);
    }
  `}getHeightCoordString(){return this.dataFormat==="NHWC"?"coords[1]":"coords[2]"}getWidthCoordString(){return this.dataFormat==="NHWC"?"coords[2]":"coords[3]"}getDepthCoordString(){return this.dataFormat==="NHWC"?"coords[3]":"coords[1]"}getOutputDepthSize(){return this.dataFormat==="NHWC"?this.outputShape[3]:this.outputShape[1]}getInputSamplingString(){return this.dataFormat==="NHWC"?"getX(b, in_h, in_w, in_d)":"getX(b, in_d, in_h, in_w)"}};function uK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{blockSize:s,dataFormat:a}=n,u=o.shape[0],p=a==="NHWC"?o.shape[1]:o.shape[2],i=a==="NHWC"?o.shape[2]:o.shape[3],l=a==="NHWC"?o.shape[3]:o.shape[1],c=p*s,m=i*s,f=l/(s*s),d=a==="NHWC"?[u,c,m,f]:[u,f,c,m],g=new Ff(d,s,a);return t.runWebGLProgram(g,[o],o.dtype)}var mA={kernelName:Go,backendName:"webgl",kernelFunc:uK};var uu=class{constructor(e,t=!1,n=null,o=!1,s=!1){this.variableNames=["x","W"],this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=ke(this.outputShape.length);let a=e.filterHeight,u=e.filterWidth,p=e.outChannels/e.inChannels,i="",l="";n&&(o?i=`float activation(float a) {
          float b = getPreluActivationWeightsAtOutCoords();
          ${n}
        }`:s?i=`float activation(float a) {
          float b = getLeakyreluAlphaAtOutCoords();
          ${n}
        }`:i=`
          float activation(float x) {
            ${n}
          }
        `,l="result = activation(result);");let c=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),o&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${i}

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords.x;
        ivec2 xRCCorner = coords.yz * strides - pads;
        int d2 = coords.w;
        int d1 = d2 / ${p};
        int q = d2 - d1 * ${p};

        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // Convolve x(?, ?, d1) with w(:, :, d1, q) to get y(yR, yC, d2).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        // TO DO(dsmilkov): Flatten the two for loops and vec4 the operations.
        for (int wR = 0; wR < ${a}; wR++) {
          int xR = xRCorner + wR * dilations[0];

          if (xR < 0 || xR >= inDims[0]) {
            continue;
          }

          for (int wC = 0; wC < ${u}; wC++) {
            int xC = xCCorner + wC * dilations[1];

            if (xC < 0 || xC >= inDims[1]) {
              continue;
            }

            float xVal = getX(batch, xR, xC, d1);
            float wVal = getW(wR, wC, d1, q);
            dotProd += xVal * wVal;
          }
        }

        float result = dotProd;
        ${c}
        ${l}
        setOutput(result);
      }
    `}};var pu=class{constructor(e,t=!1,n=null,o=!1,s=!1){this.variableNames=["x","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=ke(this.outputShape.length);let a=e.outChannels/e.inChannels,u=e.padInfo.left,p=e.strideWidth,i=e.dilationWidth,l=e.filterHeight,c=e.filterWidth,m=c,f=`
      int xR; int xC; int xCOffset;
      vec4 wTexel; vec4 previous; vec4 final;`;for(let x=0;x<c;x++)f+=`
          vec4 xTexelC${x*2};
          int xTexelC${x*2}Ready;
          vec4 xTexelC${x*2+1};
          int xTexelC${x*2+1}Ready;
          vec4 xC${x};`;f+=`
    for (int r = 0; r < ${l}; r++) {
      `;for(let x=0;x<c;x++)f+=`
          xTexelC${x*2} = vec4(0.0);
          xTexelC${x*2}Ready = 0;
          xTexelC${x*2+1} = vec4(0.0);
          xTexelC${x*2+1}Ready = 0;
          xC${x} = vec4(0.0);`;f+=`
        xR = xRCorner + r * dilations[0];
        if (xR >=0 && xR < inDims[0]) {
      `;for(let x=0;x<(m+1)/2;x++){let v=x*2;if(f+=`
          xC = xCCorner + ${v*i};
          `,p===1){if(v<c&&(u%2===1?(f+=`
                xCOffset = xC + 1;
                if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${v}Ready == 0) {
                  xTexelC${v} = getX(batch, xR, xCOffset, d1);

                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${v}.zw = vec2(0.0);
                  }
                  xTexelC${v}Ready = 1;
                }
              `,i===1&&v>0?f+=`
                xC${v} = vec4(xTexelC${v-2}.zw, xTexelC${v}.xy);
                `:f+=`
                  xCOffset = xC + 1 - 2;

                  if (xCOffset >= 0 && xCOffset < inDims[1]) {
                    previous = getX(batch, xR, xCOffset, d1);

                    // Need to manually clear unused channels in case
                    // we're reading from recycled texture.
                    if (xCOffset + 1 >= inDims[1]) {
                      previous.zw = vec2(0.0);
                    }

                    xC${v} = vec4(previous.zw, xTexelC${v}.xy);
                  } else {
                    xC${v} = vec4(0.0, 0.0, xTexelC${v}.xy);
                  }
                  `):f+=`
                if (xC >= 0 && xC < inDims[1] && xTexelC${v}Ready == 0) {
                  xTexelC${v} = getX(batch, xR, xC, d1);
                  if (xC + 1 >= inDims[1]) {
                    xTexelC${v}.zw = vec2(0.0);
                  }
                  xTexelC${v}Ready = 1;
                }

                xC${v} = xTexelC${v};
                `,v+1<c)){let I=u%2===0?b.nearestLargerEven(i):i;i%2===0&&u%2===1||i%2!==0&&u%2!==1?(f+=`
                  xCOffset = xC + imod(pads[1], 2) + ${I};

                  if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${v+1}Ready == 0) {
                    xTexelC${v+1} = getX(batch, xR, xCOffset, d1);

                    // Need to manually clear unused channels in case
                    // we're reading from recycled texture.
                    if (xCOffset + 1 >= inDims[1]) {
                      xTexelC${v+1}.zw = vec2(0.0);
                    }
                    xTexelC${v+1}Ready = 1;
                  }
                  `,i>1?f+=`
                    xCOffset -= 2;
                    if (xCOffset >= 0 && xCOffset < inDims[1]) {
                     previous = getX(batch, xR, xCOffset, d1);
                     xC${v+1} = vec4(previous.zw, xTexelC${v+1}.xy);
                    } else {
                     xC${v+1} = vec4(0.0, 0.0, xTexelC${v+1}.xy);
                    }
                    `:f+=`
                    xC${v+1} = vec4(xTexelC${v}.zw, xTexelC${v+1}.xy);
                    `):I===1?f+=`
                    xC${v+1} = xTexelC${v};
                    `:f+=`
                    xCOffset = xC + ${I};

                    if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${v+1}Ready == 0) {
                      xTexelC${v+1} = getX(batch, xR, xCOffset, d1);
                      if (xCOffset + 1 >= inDims[1]) {
                        xTexelC${v+1}.zw = vec2(0.0);
                      }
                      xTexelC${v+1}Ready = 1;
                    }

                    xC${v+1} = xTexelC${v+1};
                    `}}else v<c&&(u%2===1?(f+=`
                xCOffset = xC + 1 - strides[1];
                if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${v}Ready == 0) {
                  xTexelC${v} = getX(batch, xR, xCOffset, d1);
                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${v}.zw = vec2(0.0);
                  }
                  xTexelC${v}Ready = 1;
                }

                if(xC + 1 >= 0 && xC + 1 < inDims[1] && xTexelC${v+1}Ready == 0) {
                  xTexelC${v+1} = getX(batch, xR, xC + 1, d1);
                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xC + 2 >= inDims[1]) {
                    xTexelC${v+1}.zw = vec2(0.0);
                  }
                  xTexelC${v+1}Ready = 1;
                }

                xC${v} = vec4(xTexelC${v}.zw, xTexelC${v+1}.zw);
              `,v+1<c&&(f+=`
                  final = vec4(0.0);
                  xCOffset = xC + 1 + strides[1];
                  if(xCOffset >= 0 && xCOffset < inDims[1]) {
                    final = getX(batch, xR, xCOffset, d1);
                  }
                  xC${v+1} = vec4(xTexelC${v+1}.xy, final.xy);
                `)):(f+=`
                if(xC >= 0 && xC < inDims[1] && xTexelC${v}Ready == 0) {
                  xTexelC${v} = getX(batch, xR, xC, d1);
                  if (xC + 1 >= inDims[1]) {
                    xTexelC${v}.zw = vec2(0.0);
                  }
                  xTexelC${v}Ready = 1;
                }

                xCOffset = xC + strides[1];
                if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${v+1}Ready == 0) {
                  xTexelC${v+1} = getX(batch, xR, xCOffset, d1);
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${v+1}.zw = vec2(0.);
                  }
                  xTexelC${v+1}Ready = 1;
                }

                xC${v} = vec4(
                  xTexelC${v}.xy, xTexelC${v+1}.xy);
              `,v+1<c&&(f+=`
                  xC${v+1} = vec4(xTexelC${v}.zw, xTexelC${v+1}.zw);
                `)));v<c&&(f+=`
            wTexel = getW(r, ${v}, d1, q);
            dotProd += xC${v} * vec4(wTexel.xz, wTexel.xz);
          `,v+1<c&&(f+=`
              wTexel = getW(r, ${v+1}, d1, q);
              dotProd += xC${v+1} * vec4(wTexel.xz, wTexel.xz);
            `))}f+=`
    }
  `,f+=`
      }
    `;let d="",g="";n&&(o?d=`vec4 activation(vec4 a) {
          vec4 b = getPreluActivationWeightsAtOutCoords();
          ${n}
        }`:s?d=`vec4 activation(vec4 a) {
          vec4 b = getLeakyreluAlphaAtOutCoords();
          ${n}
        }`:d=`vec4 activation(vec4 x) {
          ${n}
        }`,g="result = activation(result);");let h=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),o&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${d}

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords.x;
        ivec2 xRCCorner = coords.yz * strides - pads;
        int d2 = coords.w;
        int d1 = d2 / ${a};
        int q = d2 - d1 * ${a};
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        //intialize dotProd with a small epsilon seems to reduce GPU accuracy loss.
        vec4 dotProd = vec4(0.000000000000001);

        ${f}

        vec4 result = dotProd - vec4(0.000000000000001);
        ${h}
        ${g}
        setOutput(result);
      }
    `}};function pK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dilations:p,dimRoundingMode:i}=n,l=p;l==null&&(l=[1,1]),b.assert(N.eitherStridesOrDilationsAreOne(a,l),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${a} and dilations '${l}'`);let c=N.computeConv2DInfo(o.shape,s.shape,a,l,u,i,!0),m;$().getBool("WEBGL_PACK_DEPTHWISECONV")&&c.strideWidth<=2&&c.outChannels/c.inChannels===1?m=new pu(c):m=new uu(c);let f=[[c.padInfo.top,c.padInfo.left],[c.strideHeight,c.strideWidth],[c.dilationHeight,c.dilationWidth],[c.inHeight,c.inWidth]];return t.runWebGLProgram(m,[o,s],"float32",f)}var fA={kernelName:zo,backendName:"webgl",kernelFunc:pK};var Of=class{constructor(e){this.variableNames=["x","dy"],this.outputShape=e.filterShape;let t=e.strideHeight,n=e.strideWidth,o=e.padInfo.top,s=e.padInfo.left,a=e.outChannels/e.inChannels;this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int wR = coords.x;
        int wC = coords.y;
        int d1 = coords.z;
        int dm = coords.w;
        int d2 = d1 * ${a} + dm;

        float dotProd = 0.0;

        // TO DO: Vec4 over the batch size
        for (int b = 0; b < ${e.batchSize}; b++) {
          for (int yR = 0; yR < ${e.outHeight}; yR++) {
            int xR = wR + yR * ${t} - ${o};

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int yC = 0; yC < ${e.outWidth}; yC++) {
              int xC = wC + yC * ${n} - ${s};

              if (xC < 0 || xC >= ${e.inWidth}) {
                continue;
              }

              float dyValue = getDy(b, yR, yC, d2);
              float xValue = getX(b, xR, xC, d1);
              dotProd += (xValue * dyValue);
            }
          }
        }
        setOutput(dotProd);
      }
    `}},Pf=class{constructor(e){this.variableNames=["dy","W"],this.outputShape=e.inShape;let t=e.filterHeight,n=e.filterWidth,o=e.strideHeight,s=e.strideWidth,a=t-1-e.padInfo.top,u=n-1-e.padInfo.left,p=e.outChannels/e.inChannels;this.userCode=`
      const ivec2 pads = ivec2(${a}, ${u});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d1 = coords[3];
        ivec2 dyCorner = coords.yz - pads;
        int dyRCorner = dyCorner.x;
        int dyCCorner = dyCorner.y;

        float dotProd = 0.0;

        for (int wR = 0; wR < ${t}; wR++) {
          float dyR = float(dyRCorner + wR) / ${o}.0;

          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);

          int wRPerm = ${t} - 1 - wR;

          for (int wC = 0; wC < ${n}; wC++) {
            float dyC = float(dyCCorner + wC) / ${s}.0;

            if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                fract(dyC) > 0.0) {
              continue;
            }
            int idyC = int(dyC);

            int wCPerm = ${n} - 1 - wC;

            // TO DO: Vec4 over the channelMul
            for (int dm = 0; dm < ${p}; dm++) {
              int d2 = d1 * ${p} + dm;
              float xValue = getDy(batch, idyR, idyC, d2);
              float wValue = getW(wRPerm, wCPerm, d1, dm);
              dotProd += xValue * wValue;
            }
          }
        }
        setOutput(dotProd);
      }
    `}};function lK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,dy:s}=e,{strides:a,dilations:u,pad:p,dimRoundingMode:i,filterShape:l}=n,c=N.computeConv2DInfo(o.shape,l,a,u,p,i,!0),m=new Of(c);return t.runWebGLProgram(m,[o,s],"float32")}var dA={kernelName:Sl,backendName:"webgl",kernelFunc:lK};function cK(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,filter:s}=e,{strides:a,dilations:u,pad:p,dimRoundingMode:i,inputShape:l}=n,c=N.computeConv2DInfo(l,s.shape,a,u,p,i,!0),m=new Pf(c);return t.runWebGLProgram(m,[o,s],"float32")}var hA={kernelName:Il,backendName:"webgl",kernelFunc:cK};var Mf=class{constructor(e){this.variableNames=["X"],this.outputShape=[e,e],this.userCode=`
      void main() {
          ivec2 coords = getOutputCoords();
          float val = coords[0] == coords[1] ? getX(coords[0]) : 0.0;
          setOutput(val);
      }
    `}};function mK(r){let{inputs:e,backend:t}=r,{x:n}=e,o=[...n.shape,...n.shape],s=b.sizeFromShape(n.shape),a=B({inputs:{x:n},backend:t,attrs:{shape:[s]}}),u=new Mf(s),p=t.runWebGLProgram(u,[a],a.dtype),i=B({inputs:{x:p},backend:t,attrs:{shape:o}});return t.disposeIntermediateTensorInfo(a),t.disposeIntermediateTensorInfo(p),i}var gA={kernelName:Ra,backendName:"webgl",kernelFunc:mK};var Lf=class{constructor(e){this.variableNames=["x","W"],this.outputShape=e.outShape;let{inHeight:t,inWidth:n,padInfo:o,strideHeight:s,strideWidth:a,filterHeight:u,filterWidth:p,dilationHeight:i,dilationWidth:l}=e,{top:c,left:m}=o;this.userCode=`
      const ivec2 strides = ivec2(${s}, ${a});
      const ivec2 pads = ivec2(${c}, ${m});
      const float neg_infinity = -3.4e38;

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords.x;
        int d1 = coords.w;
        ivec2 outTopLeftCorner =
            coords.yz * strides - pads;
        int hBeg = outTopLeftCorner.x;
        int wBeg = outTopLeftCorner.y;

        float curVal = neg_infinity;
        for (int h = 0; h < ${u}; h++) {
          int hIn = hBeg + h * ${i};

          if (hIn >= 0 && hIn < ${t}) {
            for (int w = 0; w < ${p}; w++) {
              int wIn = wBeg + w * ${l};

              if (wIn >= 0 && wIn < ${n}) {
                float xVal = getX(batch, hIn, wIn, d1);
                float wVal = getW(h, w, d1);

                float val = xVal + wVal;
                if (val > curVal) {
                  curVal = val;
                }
              }
            }
          }
        }

        float result = curVal;
        setOutput(result);
      }
    `}};function fK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s}=e,{strides:a,pad:u,dilations:p}=n,i=N.computeDilation2DInfo(o.shape,s.shape,a,u,"NHWC",p),l,c=new Lf(i);l=t.runWebGLProgram(c,[o,s],"float32");let m=B({inputs:{x:l},backend:t,attrs:{shape:i.outShape}});return t.disposeIntermediateTensorInfo(l),m}var xA={kernelName:Ho,backendName:"webgl",kernelFunc:fK};function dK(r){let{inputs:e,backend:t,attrs:n}=r,{equation:o}=n,s=e,{allDims:a,summedDims:u,idDims:p}=N.decodeEinsumEquation(o,s.length);N.checkEinsumDimSizes(a.length,p,s);let{path:i,steps:l}=N.getEinsumComputePath(u,p),c=l.length,m=null,f=a.length,d=[];for(let g=0;g<c;++g){for(let h of l[g]){let{permutationIndices:x,expandDims:v}=N.getEinsumPermutation(f,p[h]),I;N.isIdentityPermutation(x)?I=s[h]:(I=Pe({inputs:{x:s[h]},backend:t,attrs:{perm:x}}),d.push(I));let T=I.shape.slice();for(let E=0;E<v.length;++E)T.splice(v[E],0,1);b.arraysEqual(I.shape,T)||(I=B({inputs:{x:I},backend:t,attrs:{shape:T}}),d.push(I)),m===null?m=I:(m=Np({inputs:{a:I,b:m},backend:t}),d.push(m))}g<c-1&&(i[g]>=0&&(m=Qs({inputs:{x:m},backend:t,attrs:{axis:i[g]-(a.length-f),keepDims:!1}}),d.push(m)),f--)}for(let g of d)g!==m&&t.disposeIntermediateTensorInfo(g);return m}var yA={kernelName:Cl,backendName:"webgl",kernelFunc:dK};var hK="return (x >= 0.0) ? x : (exp(x) - 1.0);",gK=`
  vec4 result;

  result.r = (x.r >= 0.0) ? x.r : (exp(x.r) - 1.0);
  result.g = (x.g >= 0.0) ? x.g : (exp(x.g) - 1.0);
  result.b = (x.b >= 0.0) ? x.b : (exp(x.b) - 1.0);
  result.a = (x.a >= 0.0) ? x.a : (exp(x.a) - 1.0);

  return result;
`,xK=X({opSnippet:hK,packedOpSnippet:gK}),bA={kernelName:"Elu",backendName:"webgl",kernelFunc:xK};var yK="return (b >= 0.0) ? a : a * (b + 1.0);",bK=`
  vec4 bGTEZero = vec4(greaterThanEqual(b, vec4(0.)));
  return (bGTEZero * a) + ((vec4(1.0) - bGTEZero) * (a * (b + vec4(1.0))));
`,wK=r=>{let{inputs:e,backend:t}=r,{dy:n,y:o}=e,s=$().getBool("WEBGL_PACK_BINARY_OPERATIONS")?new nr(bK,n.shape,o.shape):new Kt(yK,n.shape,o.shape);return t.runWebGLProgram(s,[n,o],n.dtype)},wA={kernelName:_u,backendName:"webgl",kernelFunc:wK};var vK=`
  return vec4(equal(a, b));
`,SK="return float(a == b);",IK=_e({opSnippet:SK,packedOpSnippet:vK,dtype:"bool",cpuKernelImpl:e2}),vA={kernelName:Rn,backendName:"webgl",kernelFunc:IK};var CK=`
  // Error function is calculated approximately with elementary function.
  // See "Handbook of Mathematical Functions with Formulas,
  // Graphs, and Mathematical Tables", Abramowitz and Stegun.
  float p = ${N.ERF_P};
  float a1 = ${N.ERF_A1};
  float a2 = ${N.ERF_A2};
  float a3 = ${N.ERF_A3};
  float a4 = ${N.ERF_A4};
  float a5 = ${N.ERF_A5};

  float sign = sign(x);
  x = abs(x);
  float t = 1.0 / (1.0 + p * x);
  return sign * (1.0 - (((((a5*t + a4)*t) + a3)*t + a2)*t + a1)*t*exp(-x*x));
`,NK=X({opSnippet:CK}),SA={kernelName:"Erf",backendName:"webgl",kernelFunc:NK};var _K=_r+`
  return exp(x);
`,TK=`
  vec4 result = exp(x);
  bvec4 isNaN = isnan(x);
  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,Jb=X({opSnippet:_K,packedOpSnippet:TK,cpuKernelImpl:t2,dtype:"float32"}),IA={kernelName:"Exp",backendName:"webgl",kernelFunc:Jb};function Bf(r){let{inputs:e,attrs:t,backend:n}=r,{dim:o}=t,{input:s}=e,a=s.shape.length,u=s.shape.slice(),p=o;return o<0&&(b.assert(-(a+1)<=o,()=>`Axis must be in the interval [${-(a+1)}, ${a}]`),p=a+o+1),u.splice(p,0,1),B({inputs:{x:s},backend:n,attrs:{shape:u}})}var CA={kernelName:Fa,backendName:"webgl",kernelFunc:Bf};var NA="return exp(x) - 1.0;",kK=X({opSnippet:NA,packedOpSnippet:NA,cpuKernelImpl:r2}),_A={kernelName:Dn,backendName:"webgl",kernelFunc:kK};var kp=class{constructor(e,t,n){this.variableNames=["real","imag"];let o=t[1];this.outputShape=t;let s=n?`2.0 * ${Math.PI}`:`-2.0 * ${Math.PI}`,a=n?`${o}.0`:"1.0",u;if(e==="real")u="return real * expR - imag * expI;";else if(e==="imag")u="return real * expI + imag * expR;";else throw new Error(`FFT component must be either "real" or "imag", got ${e}.`);this.userCode=`
      const float exponentMultiplier = ${s};

      float unaryOpComplex(float real, float expR, float imag, float expI) {
        ${u}
      }

      float mulMatDFT(int batch, int index) {
        float indexRatio = float(index) / float(${o});
        float exponentMultiplierTimesIndexRatio =
            exponentMultiplier * indexRatio;

        float result = 0.0;

        for (int i = 0; i < ${o}; i++) {
          // x = (-2|2 * PI / N) * index * i;
          float x = exponentMultiplierTimesIndexRatio * float(i);
          float expR = cos(x);
          float expI = sin(x);
          float real = getReal(batch, i);
          float imag = getImag(batch, i);

          result +=
              unaryOpComplex(real, expR, imag, expI) / ${a};
        }

        return result;
      }

      void main() {
        ivec2 coords = getOutputCoords();
        setOutput(mulMatDFT(coords[0], coords[1]));
      }
    `}};function Vf(r,e,t){let n=t.texData.get(r.dataId),o=b.sizeFromShape(r.shape),s=r.shape[r.shape.length-1],a=o/s,u=B({inputs:{x:r},backend:t,attrs:{shape:[a,s]}}),p=u.shape,i=new kp("real",p,e),l=new kp("imag",p,e),c=[{dataId:n.complexTensorInfos.real.dataId,dtype:n.complexTensorInfos.real.dtype,shape:p},{dataId:n.complexTensorInfos.imag.dataId,dtype:n.complexTensorInfos.imag.dtype,shape:p}],m=t.runWebGLProgram(i,c,"float32"),f=t.runWebGLProgram(l,c,"float32"),d=jt({inputs:{real:m,imag:f},backend:t});t.disposeIntermediateTensorInfo(m),t.disposeIntermediateTensorInfo(f);let g=B({inputs:{x:d},backend:t,attrs:{shape:r.shape}});return t.disposeIntermediateTensorInfo(u),t.disposeIntermediateTensorInfo(d),g}function EK(r){let{inputs:e,backend:t}=r,{input:n}=e;return Vf(n,!1,t)}var TA={kernelName:"FFT",backendName:"webgl",kernelFunc:EK};var Uf=class{constructor(e,t){this.outputShape=[],this.customUniforms=[{name:"value",type:"float"}],this.variableNames=["x"],this.outputShape=e,this.userCode=`
      void main() {
        // Input can be obtained from uniform value.
        setOutput(value);
      }
    `}};function Sn(r){let{backend:e,attrs:t}=r,{shape:n,value:o}=t,{dtype:s}=t;if(s=s||b.inferDtype(o),s==="string"){let a=b.getArrayFromDType(s,b.sizeFromShape(n));return a.fill(o),e.makeTensorInfo(n,s,a)}else{let a=new Uf(n,o),u=[[o]];return e.runWebGLProgram(a,[],s,u)}}var kA={kernelName:Oa,backendName:"webgl",kernelFunc:Sn};var Wf=class{constructor(e){this.variableNames=["Image"],this.outputShape=[];let t=e[2];this.outputShape=e,this.userCode=`
        void main() {
          ivec4 coords = getOutputCoords();
          int x = coords[2];

          int coordX = ${t} - x - 1;
          float outputValue;
          if(coordX >= 0 && coordX < ${t}) {
            outputValue = getImage(coords[0], coords[1], coordX, coords[3]);
          } else {
            outputValue = getImage(coords[0], coords[1], coords[2], coords[3]);
          }
          setOutput(outputValue);
        }
    `}};var EA={kernelName:qo,backendName:"webgl",kernelFunc:({inputs:r,backend:e})=>{let{image:t}=r,n=e,o=new Wf(t.shape);return n.runWebGLProgram(o,[t],t.dtype)}};var $A="return floor(x);",$K=X({opSnippet:$A,packedOpSnippet:$A,cpuKernelImpl:n2}),AA={kernelName:Fn,backendName:"webgl",kernelFunc:$K};var AK=`
  float s = sign(a) * sign(b);
  int ia = round(a);
  int ib = round(b);
  if (ib != 0) {
    // Windows (D3D) wants guaranteed non-zero int division at compile-time.
    return float(idiv(ia, ib, s));
  } else {
    return NAN;
  }
`,RK=`
  ivec4 ia = round(a);
  ivec4 ib = round(b);
  bvec4 cond = notEqual(ib, ivec4(0));
  ivec4 result = ivec4(0);
  vec4 s = sign(a) * sign(b);

  // Windows (D3D) wants guaranteed non-zero int division at compile-time.
  if (cond[0]) {
    result[0] = idiv(ia[0], ib[0], s[0]);
  }
  if (cond[1]) {
    result[1] = idiv(ia[1], ib[1], s[1]);
  }
  if (cond[2]) {
    result[2] = idiv(ia[2], ib[2], s[2]);
  }
  if (cond[3]) {
    result[3] = idiv(ia[3], ib[3], s[3]);
  }
  return vec4(result);
`,DK=_e({opSnippet:AK,packedOpSnippet:RK,dtype:"int32"}),RA={kernelName:On,backendName:"webgl",kernelFunc:DK};var Gf=class{constructor(e){this.variableNames=["A"];let t=Be(),[n,o]=e;this.outputShape=e,this.userCode=`
      void main() {
        ivec3 coords = getOutputCoords();
        int texR = coords[0];
        int texC = coords[1];
        int depth = coords[2];
        vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${o}.0, ${n}.0);

        vec4 values = ${t.texture2D}(A, uv);
        float value;
        if (depth == 0) {
          value = values.r;
        } else if (depth == 1) {
          value = values.g;
        } else if (depth == 2) {
          value = values.b;
        } else if (depth == 3) {
          value = values.a;
        }

        setOutput(floor(value * 255.0 + 0.5));
      }
    `}};var zf=class{constructor(e){this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0;let t=Be(),[n,o]=e;this.outputShape=e,this.userCode=`
      void main() {
        ivec3 coords = getOutputCoords();
        int texR = coords[0];
        int texC = coords[1];
        int depth = coords[2];

        vec4 result = vec4(0.);

        for(int row=0; row<=1; row++) {
          for(int col=0; col<=1; col++) {
            texC = coords[1] + row;
            depth = coords[2] + col;

            vec2 uv = (vec2(texC, texR) + halfCR) /
                       vec2(${o}.0, ${n}.0);
            vec4 values = ${t.texture2D}(A, uv);
            float value;
            if (depth == 0) {
              value = values.r;
            } else if (depth == 1) {
              value = values.g;
            } else if (depth == 2) {
              value = values.b;
            } else if (depth == 3) {
              value = values.a;
            }

            result[row * 2 + col] = floor(value * 255.0 + 0.5);
          }
        }

        ${t.output} = result;
      }
    `}};var DA={kernelName:kw,backendName:"webgl",kernelFunc:FK},lu,ew=$().getBool("CANVAS2D_WILL_READ_FREQUENTLY_FOR_GPU");function FK(r){let{inputs:e,backend:t,attrs:n}=r,{pixels:o}=e,{numChannels:s}=n,a=typeof HTMLVideoElement<"u"&&o instanceof HTMLVideoElement,u=typeof HTMLImageElement<"u"&&o instanceof HTMLImageElement,[p,i]=a?[o.videoWidth,o.videoHeight]:[o.width,o.height],l=[i,p],c=[i,p,s];if(u||a){let g=$().getBool("CANVAS2D_WILL_READ_FREQUENTLY_FOR_GPU");(lu==null||g!==ew)&&(ew=g,lu=document.createElement("canvas").getContext("2d",{willReadFrequently:ew})),lu.canvas.width=p,lu.canvas.height=i,lu.drawImage(o,0,0,p,i),o=lu.canvas}let m=t.makeTensorInfo(l,"int32");t.texData.get(m.dataId).usage=vt.PIXELS,t.gpgpu.uploadPixelDataToTexture(t.getTexture(m.dataId),o);let f=$().getBool("WEBGL_PACK")?new zf(c):new Gf(c),d=t.runWebGLProgram(f,[m],"int32");return t.disposeData(m.dataId),d}function OK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s,bias:a,preluActivationWeights:u}=e,{strides:p,pad:i,dataFormat:l,dilations:c,dimRoundingMode:m,activation:f,leakyreluAlpha:d}=n,g=N.convertConv2DDataFormat(l),h=N.computeConv2DInfo(o.shape,s.shape,p,c,i,m,!1,g),x,v=[],I=a!=null,T=u!=null,E=f==="leakyrelu",A=()=>{let O=[o,s],M=(L,U)=>{if(U==="NCHW"&&L.shape.length===1&&L.shape[0]!==1){let z=B({inputs:{x:L},backend:t,attrs:{shape:[L.shape[0],1,1]}});return v.push(z),z}return L};if(I&&O.push(M(a,l)),T&&O.push(M(u,l)),E){let L=t.makeTensorInfo([],"float32",b.createScalarValue(d,"float32"));O.push(L),v.push(L)}return O};if(h.filterHeight===1&&h.filterWidth===1&&h.dilationHeight===1&&h.dilationWidth===1&&h.strideHeight===1&&h.strideWidth===1&&(h.padInfo.type==="SAME"||h.padInfo.type==="VALID"))x=Nf({x:o,filter:s,convInfo:h,backend:t,bias:a,activation:f,preluActivationWeights:u,leakyreluAlpha:d});else if(h.strideWidth<=2&&g==="channelsLast"&&$().getBool("WEBGL_EXP_CONV")){let O=f?wn(f,!0):null,M=new iu(h,I,O,T,E),L=[[h.padInfo.top,h.padInfo.left],[h.strideHeight,h.strideWidth],[h.dilationHeight,h.dilationWidth],[h.inHeight,h.inWidth]],U=A();x=t.runWebGLProgram(M,U,"float32",L)}else if($().getBool("WEBGL_CONV_IM2COL"))x=_f({x:o,filter:s,convInfo:h,backend:t,bias:a,activation:f,preluActivationWeights:u,leakyreluAlpha:d});else{let O=f?wn(f,!1):null,M=new au(h,I,O,T,E),L=A();x=t.runWebGLProgram(M,L,"float32")}let R=B({inputs:{x},backend:t,attrs:{shape:h.outShape}});return v.push(x),v.forEach(O=>t.disposeIntermediateTensorInfo(O)),R}var FA={kernelName:Yn,backendName:"webgl",kernelFunc:OK};function PK(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,filter:s,bias:a,preluActivationWeights:u}=e,{strides:p,pad:i,dilations:l,dimRoundingMode:c,activation:m,leakyreluAlpha:f}=n,d=[],g=l;g==null&&(g=[1,1]),b.assert(N.eitherStridesOrDilationsAreOne(p,g),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${p} and dilations '${g}'`);let h=N.computeConv2DInfo(o.shape,s.shape,p,g,i,c,!0),x=$().getBool("WEBGL_PACK_DEPTHWISECONV")&&h.strideWidth<=2&&h.outChannels/h.inChannels===1,v=m?wn(m,x):null,I=[o,s],T=a!=null,E=u!=null,A=m==="leakyrelu";if(T&&I.push(a),E&&I.push(u),A){let L=t.makeTensorInfo([],"float32",b.createScalarValue(f,"float32"));I.push(L),d.push(L)}let R;x?R=new pu(h,T,v,E,A):R=new uu(h,T,v,E,A);let O=[[h.padInfo.top,h.padInfo.left],[h.strideHeight,h.strideWidth],[h.dilationHeight,h.dilationWidth],[h.inHeight,h.inWidth]],M=t.runWebGLProgram(R,I,"float32",O);return d.forEach(L=>t.disposeIntermediateTensorInfo(L)),M}var OA={kernelName:Qn,backendName:"webgl",kernelFunc:PK};var Hf=class{constructor(e,t,n,o){this.sliceDim=e,this.strides=t,this.paramsShape=o,this.variableNames=["x","indices"],this.outputShape=n;let s=se(n.length),a=`
    int index;`;for(let u=0;u<this.sliceDim;u++)a+=`
          index = round(getIndices(coords[0], ${u}));
          out_of_bounds = out_of_bounds || index < 0;
          out_of_bounds = out_of_bounds || index >= ${this.paramsShape[u]};
          flattenIndex += index * ${this.strides[u]};`;this.userCode=`
         void main() {
          ${s} coords = getOutputCoords();
          int flattenIndex = 0;
          bool out_of_bounds = false;

          ${a}

          setOutput(out_of_bounds ? 0.0 : getX(flattenIndex, coords[1]));
        }
      `}};function MK(r){let{inputs:e,backend:t}=r,{params:n,indices:o}=e,s=o.shape,a=s[s.length-1],u=b.sizeFromShape(n.shape),[p,i,l,c]=N.prepareAndValidate(n,o),m=B({inputs:{x:o},backend:t,attrs:{shape:[i,a]}}),f=B({inputs:{x:n},backend:t,attrs:{shape:[b.sizeFromShape(n.shape)/l,l]}});if(t.shouldExecuteOnCPU([n,o])||n.dtype==="string"){let x=t.readSync(o.dataId),v=t.bufferSync(n),I=o2(x,v,n.dtype,i,a,l,c,n.shape,u);return t.makeTensorInfo(p,n.dtype,I.values)}let d=new Hf(a,c,[i,l],n.shape),g=t.runWebGLProgram(d,[f,m],f.dtype),h=B({inputs:{x:g},backend:t,attrs:{shape:p}});return t.disposeIntermediateTensorInfo(m),t.disposeIntermediateTensorInfo(f),t.disposeIntermediateTensorInfo(g),h}var PA={kernelName:jo,backendName:"webgl",kernelFunc:MK};var qf=class{constructor(e,t){this.variableNames=["A","indices"],this.outputShape=t,this.rank=t.length;let n=se(this.rank),o=LK(e,2);this.userCode=`
      void main() {
        ${n} resRC = getOutputCoords();
        int index = int(getIndices(resRC.x, resRC.z));
        float inBounds = (index >= 0) && (index < ${e[2]}) ? 1.0 : 0.0;
        setOutput(inBounds * getA(${o}));
      }
    `}};function LK(r,e){let t=["resRC.x","resRC.y","resRC.z","resRC.w"],n=[];for(let o=0;o<r.length;o++)o===2?n.push("index"):n.push(`${t[o]}`);return n.join()}function tw(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,indices:s}=e,{axis:a,batchDims:u}=n,p=b.parseAxisParam(a,o.shape)[0];if($().get("DEBUG")){let v=t.readSync(s.dataId),I=o.shape[p];for(let T=0;T<v.length;++T){let E=v[T];b.assert(E<=I-1&&E>=0,()=>`GatherV2: the index value ${E} is not in [0, ${I-1}]`)}}let i=N.segment_util.collectGatherOpShapeInfo(o,s,p,u),l=b.sizeFromShape(s.shape),c=[],m=B({inputs:{x:o},backend:t,attrs:{shape:[i.batchSize,i.outerSize,i.dimSize,i.sliceSize]}}),f=B({inputs:{x:s},backend:t,attrs:{shape:[i.batchSize,l/i.batchSize]}});c.push(m),c.push(f);let d=[i.batchSize,i.outerSize,l/i.batchSize,i.sliceSize];if(t.shouldExecuteOnCPU([o,s])||o.dtype==="string"){let v=t.bufferSync(f),I=t.bufferSync(m),T=s2(I,v,d);return c.forEach(E=>t.disposeIntermediateTensorInfo(E)),t.makeTensorInfo(i.outputShape,T.dtype,T.values)}let g=new qf(m.shape,d),h=t.runWebGLProgram(g,[m,f],m.dtype);c.push(h);let x=B({inputs:{x:h},backend:t,attrs:{shape:i.outputShape}});return c.forEach(v=>t.disposeIntermediateTensorInfo(v)),x}var MA={kernelName:Pa,backendName:"webgl",kernelFunc:tw};var BK="return float(a > b);",VK=`
  return vec4(greaterThan(a, b));
`,UK=_e({opSnippet:BK,packedOpSnippet:VK,cpuKernelImpl:a2,dtype:"bool"}),LA={kernelName:Pn,backendName:"webgl",kernelFunc:UK};var WK="return float(a >= b);",GK=`
  return vec4(greaterThanEqual(a, b));
`,zK=_e({opSnippet:WK,packedOpSnippet:GK,dtype:"bool",cpuKernelImpl:i2}),BA={kernelName:Mn,backendName:"webgl",kernelFunc:zK};function HK(r){let{inputs:e,backend:t}=r,{input:n}=e;return Vf(n,!0,t)}var VA={kernelName:Nl,backendName:"webgl",kernelFunc:HK};var qK="return float(!isnan(x) && !isinf(x));",KK=X({opSnippet:qK,dtype:"bool"}),UA={kernelName:Ma,backendName:"webgl",kernelFunc:KK};var jK="return float(isinf(x));",XK=X({opSnippet:jK,dtype:"bool"}),WA={kernelName:La,backendName:"webgl",kernelFunc:XK};var YK="return float(isnan(x));",QK=X({opSnippet:YK,dtype:"bool"}),GA={kernelName:Ba,backendName:"webgl",kernelFunc:QK};var ZK="return float(a < b);",JK=`
  return vec4(lessThan(a, b));
`,e6=_e({opSnippet:ZK,packedOpSnippet:JK,cpuKernelImpl:u2,dtype:"bool"}),zA={kernelName:Ln,backendName:"webgl",kernelFunc:e6};var t6="return float(a <= b);",r6=`
  return vec4(lessThanEqual(a, b));
`,n6=_e({opSnippet:t6,packedOpSnippet:r6,cpuKernelImpl:p2,dtype:"bool"}),HA={kernelName:Bn,backendName:"webgl",kernelFunc:n6};function o6(r){let{backend:e,attrs:t}=r,{start:n,stop:o,num:s}=t,a=l2(n,o,s);return e.makeTensorInfo([a.length],"float32",a)}var qA={kernelName:Yo,backendName:"webgl",kernelFunc:o6};var s6=_r+`
  return x < 0.0 ? 0./0. : log(x);
`,a6=`
  vec4 result = log(x);
  bvec4 isNaN = isnan(x);
  result.r = isNaN.r ? x.r : (x.r < 0.0 ? 0./0. : result.r);
  result.g = isNaN.g ? x.g : (x.g < 0.0 ? 0./0. : result.g);
  result.b = isNaN.b ? x.b : (x.b < 0.0 ? 0./0. : result.b);
  result.a = isNaN.a ? x.a : (x.a < 0.0 ? 0./0. : result.a);
  return result;
`,i6=X({opSnippet:s6,packedOpSnippet:a6,cpuKernelImpl:c2}),KA={kernelName:"Log",backendName:"webgl",kernelFunc:i6};var u6=_r+`
  return log(1.0 + x);
`,p6=X({opSnippet:u6}),jA={kernelName:Va,backendName:"webgl",kernelFunc:p6};var l6="return float(a >= 1.0 && b >= 1.0);",c6=`
  return vec4(
    vec4(greaterThanEqual(a, vec4(1.0))) *
    vec4(greaterThanEqual(b, vec4(1.0))));
`,m6=_e({opSnippet:l6,packedOpSnippet:c6,dtype:"bool"}),XA={kernelName:Ua,backendName:"webgl",kernelFunc:m6};var f6="return float(!(x >= 1.0));",d6=X({opSnippet:f6}),YA={kernelName:Wa,backendName:"webgl",kernelFunc:d6};var h6="return float(a >= 1.0 || b >= 1.0);",g6=`
  return min(
    vec4(greaterThanEqual(a, vec4(1.0))) +
    vec4(greaterThanEqual(b, vec4(1.0))),
    vec4(1.0));
`,x6=_e({opSnippet:h6,packedOpSnippet:g6,dtype:"bool"}),QA={kernelName:Ga,backendName:"webgl",kernelFunc:x6};var Kf=class{constructor(e,t,n,o,s){this.variableNames=["x"],this.outputShape=[];let a=t,u=e[3]-1;this.outputShape=e;let p,i=`float(${n}) + float(${o}) * sum`;s===.5?p=`inversesqrt(${i})`:s===1?p=`1.0/(${i})`:p=`exp(log(${i}) * float(-${s}));`,this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int r = coords[1];
        int c = coords[2];
        int d = coords[3];
        float x = getX(b, r, c, d);
        float sum = 0.0;
        for (int j = -${a}; j <= ${a}; j++) {
          int idx = d + j;
          if (idx >= 0 && idx <=  ${u}) {
            float z = getX(b, r, c, idx);
            sum += z * z;
          }
        }
        float val = x * ${p};
        setOutput(val);
      }
    `}};var jf=class{constructor(e,t,n,o,s){this.variableNames=["x"],this.outputShape=[],this.packedInputs=!0,this.packedOutput=!0;let a=t,u=e[3]-1;this.outputShape=e;let p,i=`float(${n}) + float(${o}) * sum`;s===.5?p=`inversesqrt(${i})`:s===1?p=`1.0/(${i})`:p=`exp(log(${i}) * float(-${s}));`,this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords.x;
        int r = coords.y;
        int c = coords.z;
        int d = coords.w;

        bool hasNextCol = d < ${this.outputShape[3]};
        bool hasNextRow = c < ${this.outputShape[2]};

        vec4 sum = vec4(0.);
        vec4 xFragAtOutputCoords = getX(b, r, c, d);

        vec4 xAtOutputCoords = vec4(
          getChannel(xFragAtOutputCoords, vec2(c, d)),
          hasNextCol ?
            getChannel(xFragAtOutputCoords, vec2(c, d + 1)) : 0.0,
          hasNextRow ?
            getChannel(xFragAtOutputCoords , vec2(c + 1, d)) : 0.0,
          (hasNextRow && hasNextCol) ?
            getChannel(xFragAtOutputCoords, vec2(c + 1, d + 1)) : 0.0
        );

        int firstChannel = d - ${a};
        vec2 cache = vec2(0.);
        if(firstChannel >= 0){
          vec4 firstChannelFrag = getX(b, r, c, firstChannel);
          cache.x = getChannel(firstChannelFrag, vec2(c, firstChannel));
            if(hasNextRow){
              cache.y = getChannel(firstChannelFrag, vec2(c + 1, firstChannel));
            }
        }

        ivec2 depth = ivec2(d, d + 1);
        for (int j = - ${a}; j <= ${a}; j++) {
          ivec2 idx = depth + j;
          bvec2 aboveLowerBound = greaterThanEqual(idx, ivec2(0));
          bvec2 belowUpperBound = lessThanEqual(idx, ivec2(${u}));

          bool depthInRange = aboveLowerBound.x && belowUpperBound.x;
          bool depthPlusOneInRange = aboveLowerBound.y && belowUpperBound.y;

          if(depthInRange || depthPlusOneInRange){
            vec4 z = vec4(0.);
            vec4 xFragAtCurrentDepth;
            z.xz = cache.xy;
            if(depthPlusOneInRange && hasNextCol){
              xFragAtCurrentDepth = idx.y != d ?
                getX(b, r, c, idx.y) : xFragAtOutputCoords;
              z.y = getChannel(xFragAtCurrentDepth, vec2(c, idx.y));
              if(hasNextRow){
                z.w = getChannel(xFragAtCurrentDepth, vec2(c + 1, idx.y));
              }
            }
            cache.xy = z.yw;
            sum += z * z;
          }
        }
        vec4 result = xAtOutputCoords * ${p};
        setOutput(result);
      }
    `}};var y6=r=>{let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{depthRadius:s,bias:a,alpha:u,beta:p}=n,i=$().getBool("WEBGL_PACK_NORMALIZATION")?new jf(o.shape,s,a,u,p):new Kf(o.shape,s,a,u,p);return t.runWebGLProgram(i,[o],o.dtype)},ZA={kernelName:"LRN",backendName:"webgl",kernelFunc:y6};var Xf=class{constructor(e,t,n,o,s){this.variableNames=["inputImage","outputImage","dy"],this.outputShape=[],this.outputShape=e,this.depth=e[3],this.depthRadius=t,this.bias=n,this.alpha=o,this.beta=s,this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int r = coords[1];
        int c = coords[2];

        float result = 0.0;
        for (int d = 0; d < ${this.depth}; ++d) {
          int depthBegin = int(max(0.0, float(d - ${t})));
          int depthEnd = int(min(float(${this.depth}),
              float(d + ${t} + 1)));

          const int MIN_DEPTH_BEGIN = 0;
          const int MAX_DEPTH_END = ${this.depth};

          float norm = 0.0;
          for (int k = MIN_DEPTH_BEGIN; k < MAX_DEPTH_END; ++k) {
            if (k < depthBegin){
              continue;
            }
            else if (k >= depthBegin && k < depthEnd) {
              norm += getInputImage(b, r, c, k) * getInputImage(b, r, c, k);
            }
            else {
              break;
            }
          }

          norm = float(${o}) * norm + float(${n});

          for(int k = MIN_DEPTH_BEGIN; k < MAX_DEPTH_END; ++k){
            if (k < depthBegin){
              continue;
            }
            else if (k >= depthBegin && k < depthEnd){
              float dyi = -2.0 * float(${o})
                * float(${s})
                * getInputImage(b, r, c, k) * getOutputImage(b, r, c, d)
                / norm;
              if (k == d) {
                dyi += pow(norm, -1.0 * ${s});
              }
              if (k == coords[3]) {
                dyi *= getDy(b, r, c, d);
                result += dyi;
              }
            }
            else {
              break;
            }
          }
      }
      setOutput(result);
      }
    `}};var b6=r=>{let{inputs:e,backend:t,attrs:n}=r,{x:o,y:s,dy:a}=e,{depthRadius:u,bias:p,alpha:i,beta:l}=n,c=new Xf(o.shape,u,p,i,l);return t.runWebGLProgram(c,[o,s,a],o.dtype)},JA={kernelName:Tu,backendName:"webgl",kernelFunc:b6};function eR(r,e,t,n){let o=b.sizeFromShape(e),a=b.sizeFromShape(r.shape)/o,u=B({inputs:{x:r},attrs:{shape:[a,o]},backend:n}),p=sr(u,r.dtype,"max",n),i=B({inputs:{x:p},attrs:{shape:t},backend:n});return n.disposeIntermediateTensorInfo(u),n.disposeIntermediateTensorInfo(p),i}function rw(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{reductionIndices:s,keepDims:a}=n,u=o.shape.length,p=b.parseAxisParam(s,o.shape),i=p,l=N.getAxesPermutation(i,u),c=l!=null,m=t.shouldExecuteOnCPU([o]),f=o;if(c){if(m){let I=t.texData.get(f.dataId).values,T=new Array(u);for(let R=0;R<T.length;R++)T[R]=o.shape[l[R]];let E=Ys(I,o.shape,o.dtype,l,T);f=t.makeTensorInfo(T,o.dtype);let A=t.texData.get(f.dataId);A.values=E}else f=wo(o,l,t);i=N.getInnerMostAxes(i.length,u)}N.assertAxesAreInnerMostDims("max",i,u);let[d,g]=N.computeOutAndReduceShapes(f.shape,i),h=d;a&&(h=N.expandShapeToKeepDim(d,p));let x;if(m){let I=t.texData.get(f.dataId).values,T=m2(I,b.sizeFromShape(g),h,o.dtype);x=t.makeTensorInfo(h,o.dtype);let E=t.texData.get(x.dataId);E.values=T}else x=eR(f,g,h,t);return c&&t.disposeIntermediateTensorInfo(f),x}var tR={kernelName:"Max",backendName:"webgl",kernelFunc:rw};var w6=nu+`
  return max(a, b);
`,v6=`
  vec4 result = vec4(max(a, b));
  bvec4 isNaNA = isnan(a);
  bvec4 isNaNB = isnan(b);
  bvec4 isNaN = bvec4(isNaNA.x || isNaNB.x, isNaNA.y || isNaNB.y, isNaNA.z || isNaNB.z, isNaNA.w || isNaNB.w);
  `+or+`
  return result;
`,S6=_e({opSnippet:w6,packedOpSnippet:v6,cpuKernelImpl:f2}),rR={kernelName:Vn,backendName:"webgl",kernelFunc:S6};function I6(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e;Qr(o,"maxPool");let{filterSize:s,strides:a,pad:u,dimRoundingMode:p}=n,i=1;b.assert(N.eitherStridesOrDilationsAreOne(a,i),()=>`Error in maxPool: Either strides or dilations must be 1. Got strides ${a} and dilations '${i}'`);let l=N.computePool2DInfo(o.shape,s,a,i,u,p);if(l.filterWidth===1&&l.filterHeight===1&&b.arraysEqual(l.inShape,l.outShape))return je({inputs:{x:o},backend:t});let c=new Or(l,"max",!1);return t.runWebGLProgram(c,[o],o.dtype)}var nR={kernelName:Qo,backendName:"webgl",kernelFunc:I6};function C6(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{filterSize:s,strides:a,pad:u,dataFormat:p,dimRoundingMode:i}=n,l=[1,1,1],c=N.computePool3DInfo(o.shape,s,a,l,u,i,p),m=new vo(c,"max",!1);return t.runWebGLProgram(m,[o],o.dtype)}var oR={kernelName:za,backendName:"webgl",kernelFunc:C6};var Yf=class{constructor(e){this.variableNames=["dy","maxPos"],this.outputShape=e.inShape;let t=e.strideHeight,n=e.strideWidth,o=e.dilationHeight,s=e.effectiveFilterHeight,a=e.effectiveFilterWidth,u=s-1-e.padInfo.top,p=a-1-e.padInfo.left,i=s*a-1;this.userCode=`
      const ivec2 pads = ivec2(${u}, ${p});

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];

        ivec2 dyRCCorner = coords.yz - pads;
        int dyRCorner = dyRCCorner.x;
        int dyCCorner = dyRCCorner.y;

        // Convolve dy(?, ?, d) with pos mask(:, :, d) to get dx(xR, xC, d).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${s};
          wR += ${o}) {
          float dyR = float(dyRCorner + wR) / ${t}.0;

          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);

          for (int wC = 0; wC < ${a}; wC++) {
            float dyC = float(dyCCorner + wC) / ${n}.0;

            if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                fract(dyC) > 0.0) {
              continue;
            }
            int idyC = int(dyC);

            float dyValue = getDy(b, idyR, idyC, d);
            int maxPosValue = ${i} - int(getMaxPos(b, idyR, idyC, d));

            // Get the current value, check it against the value from the
            // position matrix.
            int curPosValue = wR * ${a} + wC;
            float mask = float(maxPosValue == curPosValue ? 1.0 : 0.0);

            dotProd += dyValue * mask;
          }
        }
        setOutput(dotProd);
      }
    `}},Qf=class{constructor(e){this.variableNames=["dy","maxPos"],this.outputShape=e.inShape;let t=e.strideDepth,n=e.strideHeight,o=e.strideWidth,s=e.dilationDepth,a=e.dilationHeight,u=e.dilationWidth,p=e.effectiveFilterDepth,i=e.effectiveFilterHeight,l=e.effectiveFilterWidth,c=p-1-e.padInfo.front,m=i-1-e.padInfo.top,f=l-1-e.padInfo.left,d=p*i*l-1;this.userCode=`
      const ivec3 pads = ivec3(${c}, ${m}, ${f});

      void main() {
        ivec5 coords = getOutputCoords();
        int batch = coords.x;
        int ch = coords.u;

        ivec3 dyCorner = ivec3(coords.y, coords.z, coords.w) - pads;
        int dyDCorner = dyCorner.x;
        int dyRCorner = dyCorner.y;
        int dyCCorner = dyCorner.z;

        // Convolve dy(?, ?, ?, ch) with pos mask(:, :, :, d) to get
        // dx(xD, xR, xC, ch).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;

        for (int wD = 0; wD < ${p};
           wD += ${s}) {
          float dyD = float(dyDCorner + wD) / ${t}.0;

          if (dyD < 0.0 || dyD >= ${e.outDepth}.0 || fract(dyD) > 0.0) {
            continue;
          }
          int idyD = int(dyD);

          for (int wR = 0; wR < ${i};
              wR += ${a}) {
            float dyR = float(dyRCorner + wR) / ${n}.0;

            if (dyR < 0.0 || dyR >= ${e.outHeight}.0 ||
                fract(dyR) > 0.0) {
              continue;
            }
            int idyR = int(dyR);

            for (int wC = 0; wC < ${l};
                wC += ${u}) {
              float dyC = float(dyCCorner + wC) / ${o}.0;

              if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                  fract(dyC) > 0.0) {
                continue;
              }
              int idyC = int(dyC);

              float dyValue = getDy(batch, idyD, idyR, idyC, ch);
              int maxPosValue = ${d} -
                  int(getMaxPos(batch, idyD, idyR, idyC, ch));

              // Get the current value, check it against the value from the
              // position matrix.
              int curPosValue =
                  wD * ${i} * ${l} +
                  wR * ${l} + wC;
              float mask = float(maxPosValue == curPosValue ? 1.0 : 0.0);

              dotProd += dyValue * mask;
            }
          }
        }
        setOutput(dotProd);
      }
    `}};function N6(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s}=e,a=s,{filterSize:u,strides:p,pad:i,dimRoundingMode:l}=n,c=[1,1,1],m=N.computePool3DInfo(a.shape,u,p,c,i,l),f=new vo(m,"max",!0),d=t.runWebGLProgram(f,[a],a.dtype),g=new Qf(m),h=t.runWebGLProgram(g,[o,d],a.dtype);return t.disposeIntermediateTensorInfo(d),h}var sR={kernelName:kl,backendName:"webgl",kernelFunc:N6};function _6(r){let{inputs:e,backend:t,attrs:n}=r,{dy:o,input:s,output:a}=e,u=s;Qr([s,a],"maxPoolGrad");let{filterSize:p,strides:i,pad:l,dimRoundingMode:c}=n,m=N.computePool2DInfo(u.shape,p,i,1,l,c),f=!0,d=new Or(m,"max",f),g=t.runWebGLProgram(d,[u],u.dtype),h=new Yf(m),x=t.runWebGLProgram(h,[o,g],u.dtype);return t.disposeIntermediateTensorInfo(g),x}var aR={kernelName:Tl,backendName:"webgl",kernelFunc:_6};function iR(r,e,t,n){let o=new Or(t,"max",!1),s=n.runWebGLProgram(o,[r],"float32");o=new Or(t,"max",!0,!0,e);let a=n.runWebGLProgram(o,[r],"float32");return[s,a]}var uR={kernelName:Ha,backendName:"webgl",kernelFunc:({inputs:r,attrs:e,backend:t})=>{let{x:n}=r,{filterSize:o,strides:s,pad:a,includeBatchInIndex:u}=e,p=t;b.assert(n.shape.length===4,()=>`Error in maxPool: input must be rank 4 but got rank ${n.shape.length}.`);let i=[1,1];b.assert(N.eitherStridesOrDilationsAreOne(s,i),()=>`Error in maxPool: Either strides or dilations must be 1. Got strides ${s} and dilations '${i}'`);let l=N.computePool2DInfo(n.shape,o,s,i,a),[c,m]=iR(n,u,l,p);return[c,m]}};function pR(r,e,t,n){let o=b.sizeFromShape(e),a=b.sizeFromShape(r.shape)/o,u=B({inputs:{x:r},attrs:{shape:[a,o]},backend:n}),p=sr(u,"float32","mean",n),i=B({inputs:{x:p},attrs:{shape:t},backend:n});return n.disposeIntermediateTensorInfo(u),n.disposeIntermediateTensorInfo(p),i}var lR={kernelName:Zo,backendName:"webgl",kernelFunc:({inputs:r,attrs:e,backend:t})=>{let{x:n}=r,{keepDims:o,axis:s}=e,a=t,u=n.shape.length,p=b.parseAxisParam(s,n.shape),i=p,l=N.getAxesPermutation(i,u),c=l!=null,m=a.shouldExecuteOnCPU([n]),f=[],d=n;if(c){if(m){let T=a.texData.get(d.dataId).values,E=new Array(u);for(let O=0;O<E.length;O++)E[O]=n.shape[l[O]];let A=Ys(T,n.shape,n.dtype,l,E);d=a.makeTensorInfo(E,n.dtype);let R=a.texData.get(d.dataId);R.values=A}else d=wo(n,l,a);f.push(d),i=N.getInnerMostAxes(i.length,u)}N.assertAxesAreInnerMostDims("sum",i,u);let[g,h]=N.computeOutAndReduceShapes(d.shape,i),x=g;o&&(x=N.expandShapeToKeepDim(g,p));let v=pR(d,h,x,a);for(let I of f)a.disposeIntermediateTensorInfo(I);return v}};function T6(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,keepDims:a}=n,u=o.shape.length,p=b.parseAxisParam(s,o.shape),i=p,l=N.getAxesPermutation(i,u),c=o;l!=null&&(c=Pe({inputs:{x:o},backend:t,attrs:{perm:l}}),i=N.getInnerMostAxes(i.length,o.shape.length)),N.assertAxesAreInnerMostDims("min",i,u);let[m,f]=N.computeOutAndReduceShapes(c.shape,i),d=b.sizeFromShape(f),g=B({inputs:{x:c},backend:t,attrs:{shape:[-1,d]}}),h=sr(g,g.dtype,"min",t),x;if(a){let v=N.expandShapeToKeepDim(m,p);x=B({inputs:{x:h},backend:t,attrs:{shape:v}})}else x=B({inputs:{x:h},backend:t,attrs:{shape:m}});return t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo(h),l!=null&&t.disposeIntermediateTensorInfo(c),x}var cR={kernelName:"Min",backendName:"webgl",kernelFunc:T6};var k6=nu+`
  return min(a, b);
`,E6=`
  vec4 result = vec4(min(a, b));
  bvec4 isNaNA = isnan(a);
  bvec4 isNaNB = isnan(b);
  bvec4 isNaN = bvec4(isNaNA.x || isNaNB.x, isNaNA.y || isNaNB.y, isNaNA.z || isNaNB.z, isNaNA.w || isNaNB.w);
  `+or+`
  return result;
`,$6=_e({opSnippet:k6,packedOpSnippet:E6,cpuKernelImpl:d2}),mR={kernelName:Un,backendName:"webgl",kernelFunc:$6};var Zf=class{constructor(e,t,n){this.variableNames=["x"],this.outputShape=t.map((l,c)=>l[0]+e[c]+l[1]);let o=e.length,s=se(o),a=t.map(l=>l[0]).join(","),u=t.map((l,c)=>l[0]+e[c]).join(","),p=["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,o),i=n==="reflect"?0:1;if(o===1){this.userCode=`
        int start = ${a};
        int end = ${u};

        void main() {
          int outC = getOutputCoords();
          if (outC < start) {
            outC = start * 2 - outC - ${i};
          } else if(outC >= end) {
            outC = (end - 1) * 2 - outC + ${i};
          }
          setOutput(getX(outC - start));
        }
      `;return}this.userCode=`
      ${s} start = ${s}(${a});
      ${s} end = ${s}(${u});

      void main() {
        ${s} outC = getOutputCoords();
        for (int i = 0; i < ${o}; i++) {
          if (outC[i] < start[i]) {
            outC[i] = start[i] * 2 - outC[i] - ${i};
          } else if(outC[i] >= end[i]) {
            outC[i] = (end[i] - 1) * 2 - outC[i] + ${i};
          }
        }
        ${s} coords = outC - start;
        setOutput(getX(${p}));
      }
    `}};var Jf=class{constructor(e,t,n){this.variableNames=["x"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=t.map((d,g)=>d[0]+e[g]+d[1]);let o=e.length,s=se(o),a=t.map(d=>d[0]).join(","),u=t.map((d,g)=>d[0]+e[g]).join(","),p=Ke("rc",o),i=Ke("source",o),l=`${p[o-1]} < ${this.outputShape[o-1]}`,c=o===1?"source":`vec2(${i.slice(-2).join()})`,m=n==="reflect"?0:1,f="";if(o===1){let d=`
        ${s} source = rc;
        if (source < start) {
          source = start * 2 - source - ${m};
        } else if (source >= end) {
          source = (end - 1) * 2 - source + ${m};
        }
        source -= start;
      `;f=`
        ${s} rc = outputLoc;
        ${d}
        result[0] = getChannel(getX(${i.join()}), ${c});
        ${p[o-1]} += 1;
        if(${l}) {
          ${d}
          result[1] = getChannel(getX(${i.join()}), ${c});
        }
      `}else{let d=`
        ${s} source = rc;
        ${s} lt = ${s}(lessThan(source, start));
        ${s} gte = ${s}(greaterThanEqual(source, end));
        ${s} orig = 1 - (lt + gte);
        source = orig * source +
                lt * (start * 2 - source - ${m}) +
                gte * ((end - 1) * 2 - source + ${m});
        source -= start;
      `;f=`
        ${s} rc = outputLoc;
        ${d}
        result[0] = getChannel(getX(${i.join()}), ${c});
        ${p[o-1]} += 1;
        if(${l}) {
          ${d}
          result[1] = getChannel(getX(${i.join()}), ${c});
        }
        rc = outputLoc;
        ${p[o-2]} += 1;
        if(${p[o-2]} < ${this.outputShape[o-2]}) {
          ${d}
          result[2] = getChannel(getX(${i.join()}), ${c});
          ${p[o-1]} += 1;
          if(${l}) {
            ${d}
            result[3] = getChannel(getX(${i.join()}), ${c});
          }
        }
      `}this.userCode=`
      const ${s} start = ${s}(${a});
      const ${s} end = ${s}(${u});

      void main() {
        ${s} outputLoc = getOutputCoords();
        vec4 result = vec4(0.);
        ${f}
        setOutput(result);
      }
    `}};var A6=({inputs:r,backend:e,attrs:t})=>{let{x:n}=r,{paddings:o,mode:s}=t,a=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new Jf(n.shape,o,s):new Zf(n.shape,o,s);return e.runWebGLProgram(a,[n],n.dtype)},fR={kernelName:Jo,backendName:"webgl",kernelFunc:A6};var R6=`if (b == 0.0) return NAN;
  return mod(a, b);`,D6=`
  vec4 result = mod(a, b);
  bvec4 isNaN = equal(b, vec4(0.0));
  `+or+`
  return result;
`,F6=_e({opSnippet:R6,packedOpSnippet:D6}),dR={kernelName:"Mod",backendName:"webgl",kernelFunc:F6};var ed=class{constructor(e,t,n){this.variableNames=["probs"],this.customUniforms=[{name:"seed",type:"float"}],this.outputShape=[e,n],this.userCode=`
      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];

        float r = random(seed);
        float cdf = 0.0;

        for (int i = 0; i < ${t-1}; i++) {
          cdf += getProbs(batch, i);

          if (r < cdf) {
            setOutput(float(i));
            return;
          }
        }

        // If no other event happened, last event happened.
        setOutput(float(${t-1}));
      }
    `}};var O6=`
if (a == b) {
  return 1.0;
};
return a / b;`,P6=`
  // vec4 one = vec4(equal(a, b));
  // return one + (vec4(1.0) - one) * a / b;
  vec4 result = a / b;
  if(a.x == b.x) {
    result.x = 1.;
  }
  if(a.y == b.y) {
    result.y = 1.;
  }
  if(a.z == b.z) {
    result.z = 1.;
  }
  if(a.w == b.w) {
    result.w = 1.;
  }

  return result;
`,nw=_e({opSnippet:O6,packedOpSnippet:P6,checkOutOfBounds:!0}),hR={kernelName:Da,backendName:"webgl",kernelFunc:nw};var gR="return a - b;",ow=_e({opSnippet:gR,packedOpSnippet:gR,supportsComplex:!0,cpuKernelImpl:O2}),xR={kernelName:"Sub",backendName:"webgl",kernelFunc:ow};function sw(r){let{inputs:e,backend:t,attrs:n}=r,{logits:o}=e,{dim:s}=n,a=b.parseAxisParam([s],o.shape),u=rw({inputs:{x:o},backend:t,attrs:{reductionIndices:a,keepDims:!1}}),p=N.expandShapeToKeepDim(u.shape,a),i=B({inputs:{x:u},backend:t,attrs:{shape:p}}),l=ow({inputs:{a:o,b:i},backend:t}),c=Jb({inputs:{x:l},backend:t}),m=Qs({inputs:{x:c},backend:t,attrs:{axis:a,keepDims:!1}}),f=B({inputs:{x:m},backend:t,attrs:{shape:p}}),d=nw({inputs:{a:c,b:f},backend:t});return t.disposeIntermediateTensorInfo(u),t.disposeIntermediateTensorInfo(i),t.disposeIntermediateTensorInfo(l),t.disposeIntermediateTensorInfo(c),t.disposeIntermediateTensorInfo(m),t.disposeIntermediateTensorInfo(f),d}var yR={kernelName:ds,backendName:"webgl",kernelFunc:sw};function M6(r){let{inputs:e,backend:t,attrs:n}=r,{logits:o}=e,{numSamples:s,seed:a,normalized:u}=n,p=u?o:sw({inputs:{logits:o},backend:t,attrs:{dim:o.shape.length-1}}),i=p.shape[0],l=p.shape[1],c=new ed(i,l,s),m=[[a]],f=t.runWebGLProgram(c,[p],"int32",m);return u||t.disposeIntermediateTensorInfo(p),f}var bR={kernelName:es,backendName:"webgl",kernelFunc:M6};var L6=ot+`
  return -x;
`,B6=`
  vec4 result = -x;
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`;function V6(r){let{inputs:e,backend:t}=r,{x:n}=e;if(t.shouldExecuteOnCPU([n])){let s=t.texData.get(n.dataId),[a,u]=g2(s.values,n.shape,n.dtype);return t.makeTensorInfo(u,n.dtype,a)}let o;return $().getBool("WEBGL_PACK_UNARY_OPERATIONS")?o=new qt(n.shape,B6):o=new xt(n.shape,L6),t.runWebGLProgram(o,[n],n.dtype)}var wR={kernelName:"Neg",backendName:"webgl",kernelFunc:V6};var U6=Xr.nonMaxSuppressionV3Impl;function W6(r){N.warn("tf.nonMaxSuppression() in webgl locks the UI thread. Call tf.nonMaxSuppressionAsync() instead");let{inputs:e,backend:t,attrs:n}=r,{boxes:o,scores:s}=e,{maxOutputSize:a,iouThreshold:u,scoreThreshold:p}=n,i=t.readSync(o.dataId),l=t.readSync(s.dataId),{selectedIndices:c}=U6(i,l,a,u,p);return t.makeTensorInfo([c.length],"int32",new Int32Array(c))}var vR={kernelName:ts,backendName:"webgl",kernelFunc:W6};var G6=Xr.nonMaxSuppressionV4Impl;function z6(r){N.warn("tf.nonMaxSuppression() in webgl locks the UI thread. Call tf.nonMaxSuppressionAsync() instead");let{inputs:e,backend:t,attrs:n}=r,{boxes:o,scores:s}=e,{maxOutputSize:a,iouThreshold:u,scoreThreshold:p,padToMaxOutputSize:i}=n,l=t.readSync(o.dataId),c=t.readSync(s.dataId),{selectedIndices:m,validOutputs:f}=G6(l,c,a,u,p,i);return[t.makeTensorInfo([m.length],"int32",new Int32Array(m)),t.makeTensorInfo([],"int32",new Int32Array([f]))]}var SR={kernelName:rs,backendName:"webgl",kernelFunc:z6};var H6=Xr.nonMaxSuppressionV5Impl;function q6(r){N.warn("tf.nonMaxSuppression() in webgl locks the UI thread. Call tf.nonMaxSuppressionAsync() instead");let{inputs:e,backend:t,attrs:n}=r,{boxes:o,scores:s}=e,{maxOutputSize:a,iouThreshold:u,scoreThreshold:p,softNmsSigma:i}=n,l=t.readSync(o.dataId),c=t.readSync(s.dataId),m=a,f=u,d=p,g=i,{selectedIndices:h,selectedScores:x}=H6(l,c,m,f,d,g);return[t.makeTensorInfo([h.length],"int32",new Int32Array(h)),t.makeTensorInfo([x.length],"float32",new Float32Array(x))]}var IR={kernelName:ns,backendName:"webgl",kernelFunc:q6};var td=class{constructor(e,t,n,o){this.variableNames=["indices"],this.outputShape=[e,t],this.userCode=`
      void main() {
        ivec2 coords = getOutputCoords();
        int index = round(getIndices(coords.x));
        setOutput(mix(float(${o}), float(${n}),
                      float(index == coords.y)));
      }
    `}};var K6=r=>{let{inputs:e,backend:t,attrs:n}=r,{indices:o}=e,{dtype:s,depth:a,onValue:u,offValue:p}=n,i=b.sizeFromShape(o.shape),l=new td(i,a,u,p),c=B({inputs:{x:o},backend:t,attrs:{shape:[i]}}),m=t.runWebGLProgram(l,[c],s);t.disposeIntermediateTensorInfo(c);let f=[...o.shape,a],d=B({inputs:{x:m},backend:t,attrs:{shape:f}});return t.disposeIntermediateTensorInfo(m),d},CR={kernelName:os,backendName:"webgl",kernelFunc:K6};function Ep(r){let{inputs:e,backend:t}=r,{x:n}=e;if(n.dtype==="complex64"){let o=vn({inputs:{input:n},backend:t}),s=Ep({inputs:{x:o},backend:t}),a=Js({inputs:{input:n},backend:t}),u=Ep({inputs:{x:a},backend:t}),p=jt({inputs:{real:s,imag:u},backend:t});return t.disposeIntermediateTensorInfo(o),t.disposeIntermediateTensorInfo(s),t.disposeIntermediateTensorInfo(a),t.disposeIntermediateTensorInfo(u),p}else return Sn({attrs:{shape:n.shape,dtype:n.dtype,value:n.dtype==="string"?"":0},backend:t})}var NR={kernelName:xi,backendName:"webgl",kernelFunc:Ep};function _R(r){let{inputs:e,backend:t}=r,{x:n}=e;if(n.dtype==="string")throw new Error("onesLike is not supported under string dtype");if(n.dtype==="complex64"){let o=vn({inputs:{input:n},backend:t}),s=_R({inputs:{x:o},backend:t}),a=Js({inputs:{input:n},backend:t}),u=Ep({inputs:{x:a},backend:t}),p=jt({inputs:{real:s,imag:u},backend:t});return t.disposeIntermediateTensorInfo(o),t.disposeIntermediateTensorInfo(s),t.disposeIntermediateTensorInfo(a),t.disposeIntermediateTensorInfo(u),p}else return Sn({attrs:{shape:n.shape,dtype:n.dtype,value:1},backend:t})}var TR={kernelName:qa,backendName:"webgl",kernelFunc:_R};function j6(r){let{inputs:e,backend:t,attrs:n}=r,{axis:o}=n;if(e.length===1)return Bf({inputs:{input:e[0]},backend:t,attrs:{dim:o}});let s=e[0].shape,a=e[0].dtype;e.forEach(l=>{b.assertShapesMatch(s,l.shape,"All tensors passed to stack must have matching shapes"),b.assert(a===l.dtype,()=>"All tensors passed to stack must have matching dtypes")});let u=[],p=e.map(l=>{let c=Bf({inputs:{input:l},backend:t,attrs:{dim:o}});return u.push(c),c}),i=Zb({inputs:p,backend:t,attrs:{axis:o}});return u.forEach(l=>t.disposeIntermediateTensorInfo(l)),i}var kR={kernelName:Ka,backendName:"webgl",kernelFunc:j6};var rd=class{constructor(e,t,n){this.variableNames=["x"],this.customUniforms=[{name:"value",type:"float"}],this.outputShape=t.map((i,l)=>i[0]+e[l]+i[1]);let o=e.length,s=se(o),a=t.map(i=>i[0]).join(","),u=t.map((i,l)=>i[0]+e[l]).join(","),p=["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,o);if(o===1){this.userCode=`
        int start = ${a};
        int end = ${u};

        void main() {
          int outC = getOutputCoords();
          if (outC < start || outC >= end) {
            setOutput(value);
          } else {
            setOutput(getX(outC - start));
          }
        }
      `;return}this.userCode=`
      ${s} start = ${s}(${a});
      ${s} end = ${s}(${u});

      void main() {
        ${s} outC = getOutputCoords();
        if (any(lessThan(outC, start)) || any(greaterThanEqual(outC, end))) {
          setOutput(value);
        } else {
          ${s} coords = outC - start;
          setOutput(getX(${p}));
        }
      }
    `}};var nd=class{constructor(e,t,n){this.variableNames=["x"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"value",type:"float"}],this.outputShape=t.map((g,h)=>g[0]+e[h]+g[1]);let o=e.length,s=se(o),a=t.map(g=>g[0]).join(","),u=t.map((g,h)=>g[0]+e[h]).join(","),p=Ke("rc",o),i=Ke("source",o),l=`${p[o-1]} < ${this.outputShape[o-1]}`,c=o===1?"source":`vec2(${i.slice(-2).join()})`,m=[`${s} rc = outputLoc;`,`${p[o-1]} += 1;
       if(${l}) {
      `,o===1?"":`}
       rc = outputLoc;
       ${p[o-2]} += 1;
       if(${p[o-2]} < ${this.outputShape[o-2]}) {`,o===1?"":`  ${p[o-1]} += 1;
         if(${l}) {`],f=o===1?"rc < start || rc >= end":"any(lessThan(rc, start)) || any(greaterThanEqual(rc, end))",d="";for(let g=0,h=o===1?2:4;g<h;g++)d+=`
        ${m[g]}
        if (${f}) {
          result[${g}] = float(value);
        } else {
          ${s} source = rc - start;
          result[${g}] = getChannel(getX(${i.join()}), ${c});
        }
      `;d+=o===1?"} ":"}}",this.userCode=`
      const ${s} start = ${s}(${a});
      const ${s} end = ${s}(${u});

      void main() {
        ${s} outputLoc = getOutputCoords();
        vec4 result = vec4(0.);
        ${d}
        setOutput(result);
      }
    `}};var aw=r=>{let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{paddings:s,constantValue:a}=n;if(b.sizeFromShape(o.shape)===0){let i=s.map((l,c)=>l[0]+o.shape[c]+l[1]);return Sn({backend:t,attrs:{shape:i,value:a,dtype:o.dtype}})}let u=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new nd(o.shape,s,a):new rd(o.shape,s,a),p=[[a]];return t.runWebGLProgram(u,[o],o.dtype,p)},ER={kernelName:ss,backendName:"webgl",kernelFunc:aw};var X6=`
  if(a < 0.0 && floor(b) < b){
    return NAN;
  }
  if (b == 0.0) {
    return 1.0;
  }
  return (round(mod(b, 2.0)) != 1) ?
      pow(abs(a), b) : sign(a) * pow(abs(a), b);
`,Y6=`
  // isModRound1 has 1 for components with round(mod(b, 2.0)) == 1, 0 otherwise.
  vec4 isModRound1 = vec4(equal(round(mod(b, 2.0)), ivec4(1)));
  vec4 multiplier = sign(a) * isModRound1 + (vec4(1.0) - isModRound1);
  vec4 result = multiplier * pow(abs(a), b);

  // Ensure that a^0 = 1, including 0^0 = 1 as this correspond to TF and JS
  bvec4 isExpZero = equal(b, vec4(0.0));
  result.r = isExpZero.r ? 1.0 : result.r;
  result.g = isExpZero.g ? 1.0 : result.g;
  result.b = isExpZero.b ? 1.0 : result.b;
  result.a = isExpZero.a ? 1.0 : result.a;

  bvec4 isNaN1 = lessThan(a, vec4(0.0));
  bvec4 isNaN2 = lessThan(floor(b), b);
  bvec4 isNaN = bvec4(isNaN1.x && isNaN2.x, isNaN1.y && isNaN2.y, isNaN1.z && isNaN2.z, isNaN1.w && isNaN2.w);
  `+or+`
  return result;
`,Q6=_e({opSnippet:X6,packedOpSnippet:Y6}),$R={kernelName:"Pow",backendName:"webgl",kernelFunc:Q6};function Z6(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{axis:s,keepDims:a}=n,u=o.shape.length,p=[],i=b.parseAxisParam(s,o.shape),l=i,c=N.getAxesPermutation(l,u),m=o;c!=null&&(m=Pe({inputs:{x:o},backend:t,attrs:{perm:c}}),l=N.getInnerMostAxes(l.length,u),p.push(m)),N.assertAxesAreInnerMostDims("prod",l,u);let f;if(t.shouldExecuteOnCPU([m])){let d=t.texData.get(m.dataId).values,{outVals:g,outShape:h,outDtype:x}=y2(m.shape,m.dtype,d,l);f=t.makeTensorInfo(h,x,g)}else{let[d,g]=N.computeOutAndReduceShapes(m.shape,l),h=b.sizeFromShape(g),x=B({inputs:{x:m},backend:t,attrs:{shape:[-1,h]}}),v=Ts(o.dtype),I=sr(x,v,"prod",t);f=B({inputs:{x:I},backend:t,attrs:{shape:d}}),p.push(x),p.push(I)}if(a){p.push(f);let d=N.expandShapeToKeepDim(f.shape,i);f=B({inputs:{x:f},backend:t,attrs:{shape:d}})}return p.forEach(d=>t.disposeIntermediateTensorInfo(d)),f}var AR={kernelName:zn,backendName:"webgl",kernelFunc:Z6};function J6(r){let{inputs:e,backend:t,attrs:n}=r,{paramsNestedSplits:o,paramsDenseValues:s,indices:a}=e,{outputRaggedRank:u}=n,p=o.map(x=>t.readSync(x.dataId)),i=o.map(x=>x.shape),l=t.readSync(s.dataId),c=t.readSync(a.dataId),[m,f,d]=b2(p,i,l,s.shape,s.dtype,c,a.shape,u),g=m.map(x=>t.makeTensorInfo([x.length],"int32",x)),h=t.makeTensorInfo(d,s.dtype,f);return g.concat([h])}var RR={kernelName:El,backendName:"webgl",kernelFunc:J6};function ej(r){let{inputs:e,backend:t}=r,{starts:n,limits:o,deltas:s}=e,a=t.readSync(n.dataId),u=t.readSync(o.dataId),p=t.readSync(s.dataId),[i,l]=w2(a,n.shape,n.dtype,u,o.shape,p,s.shape),c=t.makeTensorInfo([i.length],"int32",i),m=t.makeTensorInfo([l.length],n.dtype,l);return[c,m]}var DR={kernelName:$l,backendName:"webgl",kernelFunc:ej};function tj(r){let{inputs:e,backend:t,attrs:n}=r,{shape:o,values:s,defaultValue:a,rowPartitionTensors:u}=e,{rowPartitionTypes:p}=n,i=t.readSync(o.dataId),l=t.readSync(s.dataId),c=t.readSync(a.dataId),m=u.map(h=>t.readSync(h.dataId)),f=u.map(h=>h.shape),[d,g]=v2(i,o.shape,l,s.shape,s.dtype,c,a.shape,m,f,p);return t.makeTensorInfo(d,s.dtype,g)}var FR={kernelName:Al,backendName:"webgl",kernelFunc:tj};var iw=r=>{let{backend:e,attrs:t}=r,{start:n,stop:o,step:s,dtype:a}=t,u=S2(n,o,s,a);return e.makeTensorInfo([u.length],a,u)},OR={kernelName:ja,backendName:"webgl",kernelFunc:iw};var rj="return 1.0 / x;",nj=X({opSnippet:rj}),PR={kernelName:Xa,backendName:"webgl",kernelFunc:nj};var oj=ot+`
  return (x < 0.0) ? 0.0 : x;
`,sj=`
  vec4 result = x * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,aj=X({opSnippet:oj,packedOpSnippet:sj}),MR={kernelName:Ya,backendName:"webgl",kernelFunc:aj};var ij=ot+`
  return (x < 0.0) ? 0.0 : min(6.0, x);
`,uj=`
  vec4 result = min(x, vec4(6.)) * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,pj=X({opSnippet:ij,packedOpSnippet:uj}),LR={kernelName:Za,backendName:"webgl",kernelFunc:pj};var od=class{constructor(e,t,n,o,s){this.variableNames=["A"],this.outputShape=[];let[a,u,p,i]=e;this.outputShape=[a,t,n,i];let l=[o&&t>1?u-1:u,o&&n>1?p-1:p],c=[o&&t>1?t-1:t,o&&n>1?n-1:n],m;s?m="(vec2(yRC) + vec2(0.5)) * effectiveInputOverOutputRatioRC - vec2(0.5)":m="vec2(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec2 effectiveInputOverOutputRatioRC = vec2(
          ${l[0]/c[0]},
          ${l[1]/c[1]});
      const vec2 inputShapeRC = vec2(${u}.0, ${p}.0);

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        ivec2 yRC = coords.yz;

        // Fractional source index.
        vec2 sourceFracIndexRC = ${m};

        // Compute the four integer indices.
        ivec2 sourceFloorRC = ivec2(max(sourceFracIndexRC, vec2(0.0)));
        ivec2 sourceCeilRC = ivec2(
          min(inputShapeRC - 1.0, ceil(sourceFracIndexRC)));

        float topLeft = getA(b, sourceFloorRC.x, sourceFloorRC.y, d);
        float bottomLeft = getA(b, sourceCeilRC.x, sourceFloorRC.y, d);
        float topRight = getA(b, sourceFloorRC.x, sourceCeilRC.y, d);
        float bottomRight = getA(b, sourceCeilRC.x, sourceCeilRC.y, d);

        vec2 fracRC = sourceFracIndexRC - vec2(sourceFloorRC);

        float top = topLeft + (topRight - topLeft) * fracRC.y;
        float bottom = bottomLeft + (bottomRight - bottomLeft) * fracRC.y;
        float newValue = top + (bottom - top) * fracRC.x;

        setOutput(newValue);
      }
    `}};var sd=class{constructor(e,t,n,o,s){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[];let[a,u,p,i]=e;this.outputShape=[a,t,n,i];let l=[o&&t>1?u-1:u,o&&n>1?p-1:p],c=[o&&t>1?t-1:t,o&&n>1?n-1:n],m;s?m="(vec3(yRC) + vec3(0.5)) * effectiveInputOverOutputRatioRC - vec3(0.5)":m="vec3(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec3 effectiveInputOverOutputRatioRC = vec3(
          ${l[0]/c[0]},
          ${l[1]/c[1]},
          ${l[1]/c[1]});
      const vec3 inputShapeRC = vec3(${u}.0, ${p}.0,
                                     ${p}.0);

      float getAValue(int b, int r, int c, int d) {
        return getChannel(getA(b, r, c, d), vec2(c, d));
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        // Calculate values for next column in yRC.z.
        ivec3 yRC = coords.yzz + ivec3(0, 0, 1);

        // Fractional source index.
        vec3 sourceFracIndexRC = ${m};

        // Compute the four integer indices.
        ivec3 sourceFloorRC = ivec3(max(sourceFracIndexRC, vec3(0.0)));
        ivec3 sourceCeilRC = ivec3(
          min(inputShapeRC - 1.0, ceil(sourceFracIndexRC)));

        // Should we calculate next column and row elements in 2x2 packed cell.
        bool hasNextCol = d < ${i-1};
        bool hasNextRow = coords.z < ${n-1};

        // In parallel, construct four corners for all four components in
        // packed 2x2 cell.
        vec4 topLeft = vec4(
          getAValue(b, sourceFloorRC.x, sourceFloorRC.y, d),
          hasNextCol ? getAValue(b, sourceFloorRC.x, sourceFloorRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceFloorRC.x, sourceFloorRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceFloorRC.x, sourceFloorRC.z, d + 1) : 0.0);

        vec4 bottomLeft = vec4(
          getAValue(b, sourceCeilRC.x, sourceFloorRC.y, d),
          hasNextCol ? getAValue(b, sourceCeilRC.x, sourceFloorRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceCeilRC.x, sourceFloorRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceCeilRC.x, sourceFloorRC.z, d + 1) : 0.0);

        vec4 topRight = vec4(
          getAValue(b, sourceFloorRC.x, sourceCeilRC.y, d),
          hasNextCol ? getAValue(b, sourceFloorRC.x, sourceCeilRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceFloorRC.x, sourceCeilRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceFloorRC.x, sourceCeilRC.z, d + 1) : 0.0);

        vec4 bottomRight = vec4(
          getAValue(b, sourceCeilRC.x, sourceCeilRC.y, d),
          hasNextCol ? getAValue(b, sourceCeilRC.x, sourceCeilRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceCeilRC.x, sourceCeilRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceCeilRC.x, sourceCeilRC.z, d + 1) : 0.0);

        vec3 fracRC = sourceFracIndexRC - vec3(sourceFloorRC);

        vec4 top = mix(topLeft, topRight, fracRC.yyzz);
        vec4 bottom = mix(bottomLeft, bottomRight, fracRC.yyzz);
        vec4 newValue = mix(top, bottom, fracRC.x);

        setOutput(newValue);
      }
    `}};function lj(r){let{inputs:e,backend:t,attrs:n}=r,{images:o}=e,{alignCorners:s,halfPixelCenters:a,size:u}=n,[p,i]=u,l=$().getBool("WEBGL_PACK_IMAGE_OPERATIONS")?new sd(o.shape,p,i,s,a):new od(o.shape,p,i,s,a);return t.runWebGLProgram(l,[o],"float32")}var BR={kernelName:us,backendName:"webgl",kernelFunc:lj};var ad=class{constructor(e,t,n){this.variableNames=["dy"],this.outputShape=[],this.outputShape=t;let[,o,s]=t,[,a,u]=e,p=[n&&a>1?o-1:o,n&&u>1?s-1:s],i=[n&&a>1?a-1:a,n&&u>1?u-1:u],l=p[0]/i[0],c=p[1]/i[1],m=1/l,f=1/c,d=Math.ceil(m)*2+2,g=Math.ceil(f)*2+2;this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        int r = coords[1];
        int c = coords[2];

        float accumulator = 0.0;

        const float heightScale = float(${l});
        const float widthScale = float(${c});

        const float invHeightScale = float(${m});
        const float invWidthScale = float(${f});

        const int winHeight = int(${d});
        const int winWidth = int(${g});

        // Compute bounds for where in dy we will look
        float startRLerp = floor(float(r) * invHeightScale);
        int startDyR = int(startRLerp - float(winHeight / 2));

        float startCLerp = floor(float(c) * invWidthScale);
        int startDyC = int(startCLerp - float(winWidth / 2));

        // Loop over dy
        for (int dyROffset = 0; dyROffset < winHeight; dyROffset++) {
          int dyR = dyROffset + startDyR;

          // Guard against the window exceeding the bounds of dy
          if (dyR < 0 || dyR >= ${a}) {
            continue;
          }

          for (int dyCOffset = 0; dyCOffset < winWidth; dyCOffset++) {
            int dyC = dyCOffset + startDyC;

            // Guard against the window exceeding the bounds of dy
            if (dyC < 0 || dyC >= ${u}) {
              continue;
            }

            float dxR = float(dyR) * heightScale;
            int topDxRIndex = int(floor(dxR));
            int bottomDxRIndex = int(min(ceil(dxR), ${o-1}.0));
            float dxRLerp = dxR - float(topDxRIndex);
            float inverseDxRLerp = 1.0 - dxRLerp;

            float dxC = float(dyC) * widthScale;
            int leftDxCIndex = int(floor(dxC));
            int rightDxCIndex = int(min(ceil(dxC), ${s-1}.0));
            float dxCLerp = dxC - float(leftDxCIndex);
            float inverseDxCLerp = 1.0 - dxCLerp;

            if (r == topDxRIndex && c == leftDxCIndex) {
              // topLeft
              accumulator +=
                getDy(b, dyR, dyC, d) * inverseDxRLerp * inverseDxCLerp;
            }

            if (r == topDxRIndex && c == rightDxCIndex) {
              // topRight
              accumulator += getDy(b, dyR, dyC, d) * inverseDxRLerp * dxCLerp;
            }

            if (r == bottomDxRIndex && c == leftDxCIndex) {
              // bottomLeft
              accumulator += getDy(b, dyR, dyC, d) * dxRLerp * inverseDxCLerp;
            }

            if (r == bottomDxRIndex && c == rightDxCIndex) {
              // bottomRight
              accumulator += getDy(b, dyR, dyC, d) * dxRLerp * dxCLerp;
            }
          }
        }
        // End loop over dy

        setOutput(accumulator);
      }
    `}};function cj(r){let{inputs:e,backend:t,attrs:n}=r,{images:o,dy:s}=e,{alignCorners:a}=n,u=new ad(s.shape,o.shape,a);return t.runWebGLProgram(u,[s],s.dtype)}var VR={kernelName:$u,backendName:"webgl",kernelFunc:cj};var id=class{constructor(e,t,n,o,s){this.variableNames=["A"],this.outputShape=[];let[a,u,p,i]=e;this.outputShape=[a,t,n,i];let l=[o&&t>1?u-1:u,o&&n>1?p-1:p],c=[o&&t>1?t-1:t,o&&n>1?n-1:n],m=o?"0.5":"0.0",f;s?f="max((vec2(yRC) + vec2(0.5)) * effectiveInputOverOutputRatioRC, vec2(0.0))":f="vec2(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec2 effectiveInputOverOutputRatioRC = vec2(
          ${l[0]/c[0]},
          ${l[1]/c[1]});
      const vec2 inputShapeRC = vec2(${u}.0, ${p}.0);

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        ivec2 yRC = coords.yz;

        // Fractional source index.
        vec2 sourceFracIndexRC = ${f};

        // Compute the coordinators of nearest neighbor point.
        ivec2 sourceNearestRC = ivec2(
          min(inputShapeRC - 1.0, floor(sourceFracIndexRC + ${m})));
        float newValue = getA(b, sourceNearestRC.x, sourceNearestRC.y, d);

        setOutput(newValue);
      }
    `}};var ud=class{constructor(e,t,n,o,s){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[];let[a,u,p,i]=e;this.outputShape=[a,t,n,i];let l=[o&&t>1?u-1:u,o&&n>1?p-1:p],c=[o&&t>1?t-1:t,o&&n>1?n-1:n],m=o?"0.5":"0.0",f;s?f="max((vec3(yRC) + vec3(0.5)) * effectiveInputOverOutputRatioRC, vec3(0.0))":f="vec3(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec3 effectiveInputOverOutputRatioRC = vec3(
          ${l[0]/c[0]},
          ${l[1]/c[1]},
          ${l[1]/c[1]});
      const vec3 inputShapeRC = vec3(${u}.0, ${p}.0,
                                     ${p}.0);

      float getAValue(int b, int r, int c, int d) {
        return getChannel(getA(b, r, c, d), vec2(c, d));
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        // Calculate values for next column in yRC.z.
        ivec3 yRC = coords.yzz + ivec3(0, 0, 1);

        // Fractional source index.
        vec3 sourceFracIndexRC = ${f};

        // Compute the coordinators of nearest neighbor point.
        ivec3 sourceNearestRC = ivec3(
          min(inputShapeRC - 1.0, floor(sourceFracIndexRC + ${m})));

        // Should we calculate next column and row elements in 2x2 packed cell.
        bool hasNextCol = d < ${i-1};
        bool hasNextRow = coords.z < ${n-1};

        vec4 newValue = vec4(
          getAValue(b, sourceNearestRC.x, sourceNearestRC.y, d),
          hasNextCol ? getAValue(b, sourceNearestRC.x, sourceNearestRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceNearestRC.x, sourceNearestRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceNearestRC.x, sourceNearestRC.z, d + 1) : 0.0);

        setOutput(newValue);
      }
    `}};function mj(r){let{inputs:e,backend:t,attrs:n}=r,{images:o}=e,{alignCorners:s,halfPixelCenters:a,size:u}=n,[p,i]=u,l=$().getBool("WEBGL_PACK_IMAGE_OPERATIONS")?new ud(o.shape,p,i,s,a):new id(o.shape,p,i,s,a);return t.runWebGLProgram(l,[o],o.dtype)}var UR={kernelName:is,backendName:"webgl",kernelFunc:mj};var pd=class{constructor(e,t,n){this.variableNames=["dy"],this.outputShape=[],this.outputShape=t;let[,o,s]=t,[,a,u]=e,p=[n&&a>1?o-1:o,n&&u>1?s-1:s],i=[n&&a>1?a-1:a,n&&u>1?u-1:u],l=p[0]/i[0],c=p[1]/i[1],m=1/l,f=1/c,d=Math.ceil(m)*2+2,g=Math.ceil(f)*2+2;this.userCode=`
      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        int r = coords[1];
        int c = coords[2];

        float accumulator = 0.0;

        const float heightScale = float(${l});
        const float widthScale = float(${c});

        const float invHeightScale = float(${m});
        const float invWidthScale = float(${f});

        const int winHeight = int(${d});
        const int winWidth = int(${g});

        // Compute bounds for where in dy we will look
        float startRLerp = floor(float(r) * invHeightScale);
        int startDyR = int(floor(startRLerp - float(winHeight / 2)));

        float startCLerp = floor(float(c) * invWidthScale);
        int startDyC = int(floor(startCLerp - float(winWidth / 2)));

        // Loop over dy
        for (int dyROffset = 0; dyROffset < winHeight; dyROffset++) {
          int dyR = dyROffset + startDyR;

          // Guard against the window exceeding the bounds of dy
          if (dyR < 0 || dyR >= ${a}) {
            continue;
          }

          for (int dyCOffset = 0; dyCOffset < winWidth; dyCOffset++) {
            int dyC = dyCOffset + startDyC;

            // Guard against the window exceeding the bounds of dy
            if (dyC < 0 || dyC >= ${u}) {
              continue;
            }

            float sourceFracRow =
              float(${p[0]}) *
                (float(dyR) / float(${i[0]}));

            float sourceFracCol =
                float(${p[1]}) *
                  (float(dyC) / float(${i[1]}));

            int sourceNearestRow = int(min(
                float(int(${o}) - 1),
                ${n} ? float(round(sourceFracRow)) :
                                  float(floor(sourceFracRow))));

            int sourceNearestCol = int(min(
                float(int(${s}) - 1),
                ${n} ? float(round(sourceFracCol)) :
                                  float(floor(sourceFracCol))));

            if (r == sourceNearestRow && c == sourceNearestCol) {
              accumulator += getDy(b, dyR, dyC, d);
            }
          }
        }
        // End loop over dy

        setOutput(accumulator);
      }
    `}};function fj(r){let{inputs:e,backend:t,attrs:n}=r,{images:o,dy:s}=e,{alignCorners:a}=n,u=new pd(s.shape,o.shape,a);return t.runWebGLProgram(u,[s],s.dtype)}var WR={kernelName:Eu,backendName:"webgl",kernelFunc:fj};var ld=class{constructor(e,t){this.variableNames=["x"];let n=e.length;if(n>4)throw new Error(`WebGL backend: Reverse of rank-${n} tensor is not yet supported`);if(this.outputShape=e,n===1){this.userCode=`
        void main() {
          int coord = getOutputCoords();
          setOutput(getX(${e[0]} - coord - 1));
        }
      `;return}let o=u=>t.indexOf(u)!==-1&&e[u]!==1?`${e[u]} - coords[${u}] - 1`:`coords[${u}]`,s=e.map((u,p)=>o(p)).join(","),a=se(n);this.userCode=`
      void main() {
        ${a} coords = getOutputCoords();
        setOutput(getX(${s}));
      }
    `}};var cd=class{constructor(e,t){this.variableNames=["x"],this.packedInputs=!0,this.packedOutput=!0;let n=e.length;if(n>4)throw new Error(`WebGL backend: Reverse of rank-${n} tensor is not yet supported`);this.outputShape=e;let o=Ke("rc",n),s=`${o[n-1]} + 1 < ${this.outputShape[n-1]}`,a=`${o[n-2]} + 1 < ${this.outputShape[n-2]}`,u=se(n);n===1?this.userCode=`
        void main(){
          int rc = getOutputCoords();
          vec4 result = vec4(0.);
          result.r = getChannel(getX(${e[0]} - rc - 1),
            ${e[0]} - rc - 1);
          if(${s}){
              result.g = getChannel(getX(${e[0]} - (rc  + 1) - 1),
                ${e[0]} - (rc  + 1) - 1);
          }
          setOutput(result);
        }
      `:this.userCode=`
        void main() {
          ${u} rc = getOutputCoords();
          vec4 result = vec4(0.);
          result.r = ${p(o.slice())};
          if(${s}){
            result.g = ${i(o.slice())};
          }
          if(${a}) {
            result.b = ${l(o.slice())};
            if(${s}) {
              result.a = ${c(o.slice())};
            }
          }
          setOutput(result);
        }
    `;function p(d){return m(d)}function i(d){return d[n-1]="("+d[n-1]+" + 1)",m(d)}function l(d){return d[n-2]="("+d[n-2]+" + 1)",m(d)}function c(d){return d[n-1]="("+d[n-1]+" + 1)",d[n-2]="("+d[n-2]+" + 1)",m(d)}function m(d){let g=e.map((v,I)=>f(I,d)),h=g.join(","),x=g.slice(-2).join(",");return`getChannel(getX(${h}), vec2(${x}))`}function f(d,g){return t.indexOf(d)!==-1&&e[d]!==1?`${e[d]} - ${g[d]} - 1`:`${g[d]}`}}};function dj(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{dims:s}=n,a=o.shape.length,u=b.parseAxisParam(s,o.shape);if(a===0)return je({inputs:{x:o},backend:t});let p=$().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new cd(o.shape,u):new ld(o.shape,u);return t.runWebGLProgram(p,[o],o.dtype)}var GR={kernelName:ps,backendName:"webgl",kernelFunc:dj};var md=class{constructor(e,t){this.variableNames=["Image"],this.outputShape=[],this.customUniforms=[{name:"params",type:"vec4"}];let n=e[1],o=e[2];this.outputShape=e;let s="";typeof t=="number"?s=`float outputValue = ${t.toFixed(2)};`:s=`
        vec3 fill = vec3(${t.join(",")});
        float outputValue = fill[coords[3]];`,this.userCode=`
        void main() {
          ivec4 coords = getOutputCoords();
          int x = coords[2];
          int y = coords[1];
          float coordXFloat = (float(x) - params[0]) * params[3] -
            (float(y) - params[1]) * params[2];
          float coordYFloat = (float(x) - params[0]) * params[2] +
            (float(y) - params[1]) * params[3];
          int coordX = int(round(coordXFloat + params[0]));
          int coordY = int(round(coordYFloat + params[1]));
          ${s}
          if(coordX >= 0 && coordX < ${o} && coordY >= 0 && coordY < ${n}) {
            outputValue = getImage(coords[0], coordY, coordX, coords[3]);
          }
          setOutput(outputValue);
        }
    `}};var zR={kernelName:vs,backendName:"webgl",kernelFunc:({inputs:r,attrs:e,backend:t})=>{let{image:n}=r,{radians:o,fillValue:s,center:a}=e,u=t,p=new md(n.shape,s),[i,l]=N.getImageCenter(a,n.shape[1],n.shape[2]),c=[[i,l,Math.sin(o),Math.cos(o)]];return u.runWebGLProgram(p,[n],n.dtype,c)}};var hj=`
  // OpenGL ES does not support round function.
  // The algorithm is based on banker's rounding.
  float base = floor(x);
  if ((x - base) < 0.5) {
    return floor(x);
  } else if ((x - base) > 0.5) {
    return ceil(x);
  } else {
    if (mod(base, 2.0) == 0.0) {
      return base;
    } else {
      return base + 1.0;
    }
  }
`,gj=X({opSnippet:hj}),HR={kernelName:Ja,backendName:"webgl",kernelFunc:gj};var xj="return inversesqrt(x);",yj=X({opSnippet:xj,cpuKernelImpl:I2}),qR={kernelName:Hn,backendName:"webgl",kernelFunc:yj};var So=class{constructor(e,t,n,o,s,a,u=!0,p=!1){this.variableNames=["updates","indices","defaultValue"],this.outputShape=a;let i=se(s.length),l=se(a.length),c="";n===1?c="i":n===2&&(c="i, j");let m=`getIndices(${c})`,f="";o===1?f="i":o===2&&(f="i, coords[1]");let d=`getUpdates(${f})`,g="";p&&(g="coords[0], coords[1]");let h=`getDefaultValue(${g})`,x=t>1?"strides[j]":"strides";this.userCode=`
        ${i} strides = ${i}(${s});

        void main() {
          ${l} coords = getOutputCoords();
          float sum = 0.0;
          bool found = false;
          for (int i = 0; i < ${e}; i++) {
            int flattenedIndex = 0;
            for (int j = 0; j < ${t}; j++) {
              int index = round(${m});
              flattenedIndex += index * ${x};
            }
            if (flattenedIndex == coords[0]) {
              sum += ${d};
              found = true;
            }
          }
          setOutput(mix(${h}, sum, float(found)));
        }
      `}};var fd=class{constructor(e,t,n,o,s,a,u=!0,p=!1){this.variableNames=["updates","indices","defaultValue"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=a;let i=se(s.length),l=se(a.length),c="";n===1?c="i":n===2&&(c="i, j");let m=`getIndices(${c})`,f="";o===1?f="i":o===2&&(f="i, coords[1]");let d=`getUpdates(${f})`,g="";p&&(g="coords[0], coords[1]");let h=`getDefaultValue(${g})`,x=t>1?"strides[j]":"strides",v=t>1?"strides[j + 1]":"strides";this.userCode=`
        ${i} strides = ${i}(${s});

        void main() {
          ${l} coords = getOutputCoords();
          vec4 sum = vec4(0.);
          vec4 found = vec4(0.);
          for (int i = 0; i < ${e}; i+=2) {
            ivec2 flattenedIndex = ivec2(0);
            for (int j = 0; j < ${t}; j+=2) {
              ivec4 index = round(${m});
              flattenedIndex += index.xz * ${x};
              if (j + 1 < ${t}) {
                flattenedIndex += index.yw * ${v};
              }
            }
            if (flattenedIndex[0] == coords[0] || flattenedIndex[1] == coords[0] ||
                flattenedIndex[0] == coords[0] + 1 || flattenedIndex[1] == coords[0] + 1) {
              vec4 updVals = ${d};
              if (flattenedIndex[0] == coords[0]) {
                sum.xy += updVals.xy;
                found.xy = vec2(1.);
              } else if (flattenedIndex[0] == coords[0] + 1) {
                sum.zw += updVals.xy;
                found.zw = vec2(1.);
              }
              if (flattenedIndex[1] == coords[0]) {
                sum.xy += updVals.zw;
                found.xy = vec2(1.);
              } else if (flattenedIndex[1] == coords[0] + 1) {
                sum.zw += updVals.zw;
                found.zw = vec2(1.);
              }
            }
          }
          setOutput(mix(${h}, sum, found));
        }
      `}};function bj(r){let{inputs:e,backend:t,attrs:n}=r,{indices:o,updates:s}=e,{shape:a}=n,{sliceRank:u,numUpdates:p,sliceSize:i,strides:l,outputSize:c}=N.calculateShapes(s,o,a),m=[c/i,i];if(c===0)return t.makeTensorInfo(a,o.dtype);let f=B({inputs:{x:o},backend:t,attrs:{shape:[p,u]}}),d=B({inputs:{x:s},backend:t,attrs:{shape:[p,i]}}),g=t.makeTensorInfo([],"float32",new Float32Array([0])),h;$().getBool("WEBGL_PACK")?h=new fd(p,u,f.shape.length,d.shape.length,l,m):h=new So(p,u,f.shape.length,d.shape.length,l,m);let x=t.runWebGLProgram(h,[d,f,g],d.dtype),v=B({inputs:{x},backend:t,attrs:{shape:a}});return t.disposeIntermediateTensorInfo(f),t.disposeIntermediateTensorInfo(d),t.disposeIntermediateTensorInfo(x),t.disposeIntermediateTensorInfo(g),v}var KR={kernelName:ls,backendName:"webgl",kernelFunc:bj};var dd=class{constructor(e,t,n,o){this.variableNames=["sortedSequence","values"],this.customUniforms=[{name:"numInputs",type:"int"}],this.outputShape=[e,n];let s="while (left < right) {",a=`for (int i = 0; i < ${Math.ceil(Math.log2(t+1))}; ++i) { if (left >= right) break;`,u=$().getNumber("WEBGL_VERSION")===2?s:a,p=o==="left"?"<":"<=";this.userCode=`
       int findBound(int batch, float value) {
         int left = 0;
         int right = numInputs;
         int mid;
         ${u}
           mid = (left + right) / 2;
           if (getSortedSequence(batch, mid) ${p} value) {
             left = mid + 1;
           } else {
             right = mid;
           }
         }
         return right;
       }

       void main() {
         ivec2 coords = getOutputCoords();
         int batch = coords[0];
         int valueIndex = coords[1];

         float value = getValues(batch, valueIndex);

         setOutput(float(findBound(batch, value)));
       }
     `}};function wj(r){let{inputs:e,backend:t,attrs:n}=r,{sortedSequence:o,values:s}=e,{side:a}=n,u=new dd(o.shape[0],o.shape[1],s.shape[1],a),p=[[o.shape[1]]];return t.runWebGLProgram(u,[o,s],"int32",p)}var jR={kernelName:ms,backendName:"webgl",kernelFunc:wj};var hd=class{constructor(e,t,n){this.variableNames=["c","a","b"],this.outputShape=t;let o,s;if(n>4)throw Error(`Where for rank ${n} is not yet supported`);if(n===1)s="resRC",o="resRC";else{let u=["resRC.x","resRC.y","resRC.z","resRC.w"],p=[],i=[];for(let l=0;l<t.length;l++)i.push(`${u[l]}`),l<e&&p.push(`${u[l]}`);o=p.join(),s=i.join()}let a=se(n);this.userCode=`
      void main() {
        ${a} resRC = getOutputCoords();
        float cVal = getC(${o});
        if (cVal >= 1.0) {
          setOutput(getA(${s}));
        } else {
          setOutput(getB(${s}));
        }
      }
    `}};function vj(r){let{inputs:e,backend:t}=r,{condition:n,t:o,e:s}=e,a=new hd(n.shape.length,o.shape,o.shape.length);return t.runWebGLProgram(a,[n,o,s],Tt(o.dtype,s.dtype))}var XR={kernelName:ei,backendName:"webgl",kernelFunc:vj};var Sj=`
  // Stable and Attracting Fixed Point (0, 1) for Normalized Weights.
  // see: https://arxiv.org/abs/1706.02515
  float scaleAlpha = ${N.SELU_SCALEALPHA};
  float scale = ${N.SELU_SCALE};
  return (x >= 0.0) ? scale * x : scaleAlpha * (exp(x) - 1.0);
`,Ij=X({opSnippet:Sj}),YR={kernelName:ti,backendName:"webgl",kernelFunc:Ij};var Cj=_r+`
  return 1.0 / (1.0 + exp(-1.0 * x));
`,Nj=`
  vec4 result = 1.0 / (1.0 + exp(-1.0 * x));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,_j=X({opSnippet:Cj,packedOpSnippet:Nj,cpuKernelImpl:N2}),QR={kernelName:qn,backendName:"webgl",kernelFunc:_j};var Tj=`
  if (isnan(x)) { return 0.0; }
  return sign(x);
`,kj=X({opSnippet:Tj}),ZR={kernelName:ni,backendName:"webgl",kernelFunc:kj};var Ej=_r+`
  return sin(x);
`,$j=`
  vec4 result = sin(x);
  bvec4 isNaN = isnan(x);
  ${or}
  return result;
`,Aj=X({opSnippet:Ej,packedOpSnippet:$j}),JR={kernelName:"Sin",backendName:"webgl",kernelFunc:Aj};var Rj=`
  float e2x = exp(x);
  return (e2x - 1.0 / e2x) / 2.0;
`,Dj=X({opSnippet:Rj}),eD={kernelName:ri,backendName:"webgl",kernelFunc:Dj};var Fj=`
  float epsilon = 1.1920928955078125e-7;
  float threshold = log(epsilon) + 2.0;

  bool too_large = x > -threshold;
  bool too_small = x < threshold;

  float result;
  float exp_x = exp(x);

  if (too_large){
    result = x;
  }
  else if (too_small){
    result = exp_x;
  }
  else{
    result = log(exp_x + 1.0);
  }
  return result;
`,Oj=X({opSnippet:Fj}),tD={kernelName:oi,backendName:"webgl",kernelFunc:Oj};var Pj=r=>{let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{blockShape:s,paddings:a}=n;b.assert(o.shape.length<=4,()=>"spaceToBatchND for rank > 4 with a WebGL backend not implemented yet");let u=s.reduce((x,v)=>x*v),p=[[0,0]];p.push(...a);for(let x=1+s.length;x<o.shape.length;++x)p.push([0,0]);let i=[],l=aw({inputs:{x:o},backend:t,attrs:{paddings:p,constantValue:0}}),c=N.getReshaped(l.shape,s,u,!1),m=N.getPermuted(c.length,s.length,!1),f=N.getReshapedPermuted(l.shape,s,u,!1),d=B({inputs:{x:l},backend:t,attrs:{shape:c}}),g=Pe({inputs:{x:d},backend:t,attrs:{perm:m}}),h=B({inputs:{x:g},backend:t,attrs:{shape:f}});return i.push(l),i.push(d),i.push(g),i.forEach(x=>t.disposeIntermediateTensorInfo(x)),h},rD={kernelName:si,backendName:"webgl",kernelFunc:Pj};function Mj(r){let{inputs:e,backend:t}=r,{indices:n,values:o,denseShape:s,defaultValue:a}=e;if(s.shape.length!==1)throw new Error(`Dense shape must be a vector, saw:
         ${s.shape}`);if(n.shape.length!==2)throw new Error(`Indices must be a matrix, saw:
         ${n.shape}`);if(o.shape.length!==1)throw new Error(`Values must be a vector, saw:
         ${o.shape}`);if(a.shape.length!==0)throw new Error(`Default value must be a scalar, saw:
        ${a.shape}`);let u=t.readSync(n.dataId),p=t.readSync(o.dataId),i=t.readSync(s.dataId),l=t.readSync(a.dataId)[0],[c,m,f,d,g]=T2(u,n.shape,n.dtype,p,o.dtype,i,l);return[t.makeTensorInfo(m,n.dtype,c),t.makeTensorInfo([m[0]],o.dtype,f),t.makeTensorInfo([d.length],"bool",new Uint8Array(d.map(h=>Number(h)))),t.makeTensorInfo([g.length],n.dtype,new Int32Array(g))]}var nD={kernelName:ii,backendName:"webgl",kernelFunc:Mj};function Lj(r){let{inputs:e,backend:t}=r,{inputIndices:n,inputShape:o,newShape:s}=e;if(n.shape.length!==2)throw new Error(`Input indices should be a matrix but received shape ${n.shape}`);if(o.shape.length!==1)throw new Error(`Input shape should be a vector but received shape ${o.shape}`);if(s.shape.length!==1)throw new Error(`Target shape should be a vector but received shape ${s.shape}`);let a=Array.from(t.readSync(o.dataId)),u=t.readSync(n.dataId),p=Array.from(t.readSync(s.dataId)),[i,l,c]=k2(u,n.shape,n.dtype,a,p);return[t.makeTensorInfo(l,n.dtype,i),t.makeTensorInfo([c.length],s.dtype,new Int32Array(c))]}var oD={kernelName:hs,backendName:"webgl",kernelFunc:Lj};function Bj(r){let{inputs:e,backend:t}=r,{data:n,indices:o,segmentIds:s}=e;if(n.shape.length<1)throw new Error("Data should be at least 1 dimensional but received scalar");if(o.shape.length!==1)throw new Error(`Indices should be a vector but received shape
              ${o.shape}`);if(s.shape.length!==1)throw new Error(`Segment ids should be a vector but received shape
              ${s.shape}`);let a=t.readSync(n.dataId),u=t.readSync(o.dataId),p=t.readSync(s.dataId),[i,l]=Xm(a,n.shape,n.dtype,u,p,!0);return t.makeTensorInfo(l,n.dtype,i)}var sD={kernelName:ui,backendName:"webgl",kernelFunc:Bj};function Vj(r){let{inputs:e,backend:t}=r,{data:n,indices:o,segmentIds:s}=e;if(n.shape.length<1)throw new Error("Data should be at least 1 dimensional but received scalar");if(o.shape.length!==1)throw new Error(`Indices should be a vector but received shape
             ${o.shape}`);if(s.shape.length!==1)throw new Error(`Segment ids should be a vector but received shape
             ${s.shape}`);let a=t.readSync(n.dataId),u=t.readSync(o.dataId),p=t.readSync(s.dataId),[i,l]=Xm(a,n.shape,n.dtype,u,p);return t.makeTensorInfo(l,n.dtype,i)}var aD={kernelName:pi,backendName:"webgl",kernelFunc:Vj};function Uj(r){let{inputs:e,backend:t,attrs:n}=r,{sparseIndices:o,sparseValues:s,defaultValue:a}=e,{outputShape:u}=n,{sliceRank:p,numUpdates:i,sliceSize:l,strides:c,outputSize:m}=N.calculateShapes(s,o,u),f=!1;if(s.dtype==="string"){let x=t.bufferSync(o),v=t.bufferSync(s),I=b.decodeString(t.readSync(a.dataId)[0]),T=C2(x,v,u,m,l,i,p,c,I,f);return t.makeTensorInfo(u,T.dtype,T.values)}let d=new So(i,p,o.shape.length,s.shape.length,c,[m,1],f),g=t.runWebGLProgram(d,[s,o,a],s.dtype),h=B({inputs:{x:g},backend:t,attrs:{shape:u}});return t.disposeIntermediateTensorInfo(g),h}var iD={kernelName:gs,backendName:"webgl",kernelFunc:Uj};function Wj(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{numOrSizeSplits:s,axis:a}=n,u=b.parseAxisParam(a,o.shape)[0],p=N.prepareSplitSize(o,s,u),i=o.shape.length,l=new Array(i).fill(0),c=o.shape.slice();return p.map(m=>{let f=[...c];f[u]=m;let d=Pr({inputs:{x:o},backend:t,attrs:{begin:l,size:f}});return l[u]+=m,d})}var uD={kernelName:ai,backendName:"webgl",kernelFunc:Wj};var pD="return sqrt(x);",Gj=X({opSnippet:pD,packedOpSnippet:pD,cpuKernelImpl:E2}),lD={kernelName:Kn,backendName:"webgl",kernelFunc:Gj};var zj="return x * x;",Hj=X({opSnippet:zj}),cD={kernelName:Rl,backendName:"webgl",kernelFunc:Hj};var mD="return (a - b) * (a - b);",qj=_e({opSnippet:mD,packedOpSnippet:mD}),fD={kernelName:jn,backendName:"webgl",kernelFunc:qj};function Kj(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e;if(o.dtype!=="string")throw new Error("Input must be of datatype string");let s=t.readSync(o.dataId),a=N.fromUint8ToStringArray(s),u=$2(a,"string",n);return t.makeTensorInfo(o.shape,"string",u)}var dD={kernelName:li,backendName:"webgl",kernelFunc:Kj};function jj({inputs:r,attrs:e,backend:t}){let{x:n}=r,o=ot+`
    return x > 0.0 ? 1.0 : float(${e.alpha});
  `,s=new xt(n.shape,o);return t.runWebGLProgram(s,[n],n.dtype)}var hD={kernelName:ws,backendName:"webgl",kernelFunc:jj};var gd=class{constructor(e,t,n){this.variableNames=["x"],this.outputShape=n;let o=n.length,s=se(n.length),a=se(n.length),u="";if(o===1)u="coords * strides + begin";else{let p=0;u=n.map((i,l)=>(p++,n.length===1?`coords * strides[${l}] + begin[${l}]`:`coords[${p-1}] * strides[${l}] + begin[${l}]`)).join(",")}this.userCode=`
      ${s} begin = ${s}(${e});
      ${s} strides = ${s}(${t});

      void main() {
        ${a} coords = getOutputCoords();
        setOutput(getX(${u}));
      }
    `}};function Xj(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{begin:s,end:a,strides:u,beginMask:p,endMask:i,ellipsisMask:l,newAxisMask:c,shrinkAxisMask:m}=n,{finalShapeSparse:f,finalShape:d,isIdentity:g,sliceDim0:h,isSimpleSlice:x,begin:v,end:I,strides:T}=nt.sliceInfo(o.shape,s,a,u,p,i,l,c,m),E;if(g)E=B({inputs:{x:o},backend:t,attrs:{shape:d}});else if(h||x){b.assert(o.shape.length>=1,()=>`Input must have rank at least 1, got: ${o.shape.length}`);let R=nt.computeOutShape(v,I,T),O=Pr({inputs:{x:o},backend:t,attrs:{begin:v,size:R}});E=B({inputs:{x:O},backend:t,attrs:{shape:d}}),t.disposeIntermediateTensorInfo(O)}else if(t.shouldExecuteOnCPU([o])){let O=t.readSync(o.dataId),M=he(o.shape,o.dtype,O),L=A2(f,M,T,v);E=t.makeTensorInfo(d,o.dtype,L.values)}else{let O=new gd(v,T,f);E=t.runWebGLProgram(O,[o],o.dtype)}let A=B({inputs:{x:E},backend:t,attrs:{shape:d}});return t.disposeIntermediateTensorInfo(E),A}var gD={kernelName:xs,backendName:"webgl",kernelFunc:Xj};function Yj(r){let{inputs:e,backend:t,attrs:n}=r,{separator:o,nGramWidths:s,leftPad:a,rightPad:u,padWidth:p,preserveShortSequences:i}=n,{data:l,dataSplits:c}=e,m=t.readSync(l.dataId),f=t.readSync(c.dataId),[d,g]=R2(m,f,o,s,a,u,p,i);return[t.makeTensorInfo([d.length],"string",d),t.makeTensorInfo(c.shape,"int32",g)]}var xD={kernelName:ci,backendName:"webgl",kernelFunc:Yj};function Qj(r){let{inputs:e,backend:t,attrs:n}=r,{skipEmpty:o}=n,{input:s,delimiter:a}=e;if(s.dtype!=="string")throw new Error("Input must be of datatype string");if(s.shape.length!==1)throw new Error(`Input must be a vector, got shape: ${s.shape}`);if(a.shape.length!==0)throw new Error(`Delimiter must be a scalar, got shape: ${a.shape}`);let u=t.readSync(s.dataId),p=t.readSync(a.dataId)[0],[i,l,c]=D2(u,p,o),m=l.length;return[t.makeTensorInfo([m,2],"int32",i),t.makeTensorInfo([m],"string",l),t.makeTensorInfo([2],"int32",new Int32Array(c))]}var yD={kernelName:mi,backendName:"webgl",kernelFunc:Qj};function Zj(r){let{inputs:e,backend:t,attrs:n}=r,{numBuckets:o}=n,{input:s}=e;if(s.dtype!=="string")throw new Error("Input must be of datatype string");if(o<=0)throw new Error("Number of buckets must be at least 1");let a=t.readSync(s.dataId),u=F2(a,o);return t.makeTensorInfo(s.shape,"int32",u)}var bD={kernelName:fi,backendName:"webgl",kernelFunc:Zj};var Jj="return tan(x);",eX=X({opSnippet:Jj}),wD={kernelName:"Tan",backendName:"webgl",kernelFunc:eX};var tX=`
  float e2x = exp(-2.0 * abs(x));
  return sign(x) * (1.0 - e2x) / (1.0 + e2x);
`,rX=X({opSnippet:tX}),vD={kernelName:di,backendName:"webgl",kernelFunc:rX};function nX(r){let{inputs:e,backend:t,attrs:n}=r,{tensor:o,indices:s,updates:a}=e,{}=n,{sliceRank:u,numUpdates:p,sliceSize:i,strides:l,outputSize:c}=N.calculateShapes(a,s,o.shape),m=[c/i,i];if(c===0)return t.makeTensorInfo(o.shape,s.dtype);let f=B({inputs:{x:s},backend:t,attrs:{shape:[p,u]}}),d=B({inputs:{x:a},backend:t,attrs:{shape:[p,i]}}),g=B({inputs:{x:o},backend:t,attrs:{shape:m}}),h=new So(p,u,f.shape.length,d.shape.length,l,m,!1,!0),x=t.runWebGLProgram(h,[d,f,g],g.dtype),v=B({inputs:{x},backend:t,attrs:{shape:o.shape}});return t.disposeIntermediateTensorInfo(f),t.disposeIntermediateTensorInfo(d),t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo(x),v}var SD={kernelName:cs,backendName:"webgl",kernelFunc:nX};var xd=class{constructor(e,t){this.variableNames=["A"];let n=new Array(e.length);for(let a=0;a<n.length;a++)n[a]=e[a]*t[a];this.outputShape=n,this.rank=n.length;let o=se(this.rank),s=oX(e);this.userCode=`
      void main() {
        ${o} resRC = getOutputCoords();
        setOutput(getA(${s}));
      }
    `}};function oX(r){let e=r.length;if(e>5)throw Error(`Tile for rank ${e} is not yet supported`);if(e===1)return`imod(resRC, ${r[0]})`;let t=["resRC.x","resRC.y","resRC.z","resRC.w","resRC.u"],n=[];for(let o=0;o<r.length;o++)n.push(`imod(${t[o]}, ${r[o]})`);return n.join()}function uw(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{reps:s}=n;if(o.dtype==="string"||o.shape.length>5){let p=t.readSync(o.dataId),i=o.dtype==="string"?p.map(m=>b.decodeString(m)):p,l=he(o.shape,o.dtype,i),c=P2(l,s);return t.makeTensorInfo(c.shape,c.dtype,c.values)}let a=new xd(o.shape,s);return t.runWebGLProgram(a,[o],o.dtype)}var ID={kernelName:un,backendName:"webgl",kernelFunc:uw};var yd=class{constructor(e){this.variableNames=["x","indices"],this.customUniforms=[{name:"n",type:"int"},{name:"firstPass",type:"int"},{name:"negativeInf",type:"float"},{name:"dir",type:"int"},{name:"inc",type:"int"}],this.outputShape=e,this.userCode=`
       void main() {
         ivec2 coords = getOutputCoords();
         int batch = coords[0];
         int elemIdx = coords[1];

         // We compare elements pair-wise within a group of size 2 * inc.
         // The comparing rule for each group alternates between ascending
         // and descending. Within each group, we compare each pair at
         // positions i and i+inc. To decide whether an element at position i
         // is x0 or x1, we mod it by 2 * inc, if the result is smaller than
         // inc, it is in the first half of the group, we denote it as x0,
         // otherwise we denote it as x1.
         // For example, as shown in the Bitonic top K paper referenced above,
         // Figure5(a) shows that element[1] is in the
         // second half of the group when group size is 2, but it is in the
         // first half of the group when group size is 4.

         bool isFirstInPair = imod(elemIdx, 2 * inc) < inc;
         int i = isFirstInPair ? elemIdx : elemIdx - inc;

         int i0 = firstPass == 1 ? i : int(getIndices(batch, i));
         int i1 = firstPass == 1 ? i + inc : int(getIndices(batch, i + inc));
         float x0 = i0 < n ? getX(batch, i0) : negativeInf;
         float x1 = i1 < n ? getX(batch, i1) : negativeInf;

         // Denotes which direction indices are in (ascending or descending).
         bool reverse = imod(elemIdx, 2 * dir) >= dir;
         bool isGreater = x0 > x1 || (x0 == x1 && i1 > i0);
         if (reverse == isGreater) { // Elements in opposite order of direction
           int iTemp = i0;
           i0 = i1;
           i1 = iTemp;
         }
         if (isFirstInPair) {
            setOutput(float(i0));
         } else {
            setOutput(float(i1));
         }
       }
     `}},bd=class{constructor(e){this.variableNames=["x","indices"],this.customUniforms=[{name:"n",type:"int"},{name:"firstPass",type:"int"},{name:"k",type:"int"}],this.outputShape=e,this.userCode=`
    void main() {
         // Takes max of indices (0, k), (1, k + 1), (2, k + 2) ...
         ivec2 coords = getOutputCoords();
         int batch = coords[0];
         int elemIdx = coords[1];

         // The output size is half of the previous size.
         // If the previous sequence is | | | | _ _ _ _  | | | |  _ _ _ _ (k=4),
         // we only need to output the indices at positions |, the indices at
         // positions _ can be thrown away, see Figure5(b) After Phase 2
         // (Merge phase) in the Bitonic Top K paper referenced above.
         // For example, the paper shows we only need to output the orange bars.
         // The output sequence should look like this | | | | | | | |.
         // Because the sequence is halved, to map the output index back
         // to the previous sequence to find the corresponding value,
         // we need to double the index. When we double the index,
         // we basically interpolate a position, so 2i looks like
         // | _ | _ | _ | _ | _ | _ | _. We move the | to the first k position
         // of each 2k positions by - elemIdx % k. E.g. for output at
         // index 4,5,6,7, we want to get the corresponding element at
         // original index 8,9,10,11, for output at index 8,9,10,11,
         // we want to get the corresponding element at original index
         // 16,17,18,19, so on and so forth.

         int i = elemIdx < k ? elemIdx : (elemIdx * 2 - imod(elemIdx, k));
         int i0 = firstPass == 1 ? i : int(getIndices(batch, i));
         int i1 = firstPass == 1 ? i + k : int(getIndices(batch, i + k));

         float x0 = getX(batch, i0);
         float x1 = i1 < n ? getX(batch, i1) : x0;

         setOutput(x0 >= x1 ? float(i0) : float(i1));
       }
     `}};function ta(r,e){e!==null&&r.disposeIntermediateTensorInfo(e)}function CD(r){let e=1;for(;e<r;)e*=2;return e}function sX(r){let{inputs:e,backend:t,attrs:n}=r,{x:o}=e,{k:s,sorted:a}=n,u=$().getNumber("TOPK_LAST_DIM_CPU_HANDOFF_SIZE_THRESHOLD"),p=$().getNumber("TOPK_K_CPU_HANDOFF_THRESHOLD"),i=o.shape,l=i[i.length-1];if(t.shouldExecuteOnCPU([o])||l<u||s>p){let L=t.readSync(o.dataId),[U,z]=M2(L,i,o.dtype,s,a);return[t.makeTensorInfo(U.shape,U.dtype,U.values),t.makeTensorInfo(z.shape,z.dtype,z.values)]}if(s===0)return i[i.length-1]=0,[t.makeTensorInfo(i,o.dtype,[]),t.makeTensorInfo(i,"int32",[])];if(l===1)return[o,Sn({attrs:{shape:i,dtype:"int32",value:0},backend:t})];let c=t.texData.get(o.dataId),m=c!==null&&c.isPacked,f=m?t.unpackTensor(o):o,g=b.sizeFromShape(i)/l,h=B({inputs:{x:f},attrs:{shape:[g,l]},backend:t});m&&ta(t,f);let x=CD(s),v=CD(l),I=null,T=()=>I===null?[h,h]:[h,I],E=(L,U,z)=>{let J=T(),ae=new yd(z),Ee=[[l],[I===null?1:0],[Number.NEGATIVE_INFINITY],[L],[U]],pe=I;I=t.runWebGLProgram(ae,J,"int32",Ee),ta(t,pe)};for(let L=1;L<x;L*=2){let U=L*2;for(let z=L;z>=1;z/=2)E(U,z,[g,v])}for(let L=v;L>x;L/=2){let U=T(),z=new bd([g,L/2]),ae=[[l],[I===null?1:0],[x]],ue=I;I=t.runWebGLProgram(z,U,"int32",ae),ta(t,ue);let Ee=x/2,pe=Ee*2;for(let $e=Ee;$e>=1;$e/=2)E(pe,$e,I.shape)}let A=I;I=Pr({inputs:{x:I},backend:t,attrs:{begin:0,size:[g,s]}}),ta(t,A);let R=tw({inputs:{x:h,indices:I},backend:t,attrs:{axis:1,batchDims:1}});ta(t,h);let O=i.slice(0,-1);O.push(s),A=I,I=B({inputs:{x:I},attrs:{shape:O},backend:t}),ta(t,A);let M=R;return R=B({inputs:{x:R},attrs:{shape:O},backend:t}),ta(t,M),[R,I]}var ND={kernelName:ys,backendName:"webgl",kernelFunc:sX};var wd=class{constructor(e,t,n,o,s,a){this.variableNames=["Image","Transforms"],this.outputShape=a;let u=n==="nearest"?1:2,p;switch(o){case"constant":p=1;break;case"reflect":p=2;break;case"wrap":p=3;break;case"nearest":p=4;break;default:p=1;break}this.userCode=`
            float mapCoord(float outCoord, float len) {
              float inCoord = outCoord;
              if(${p} == 2) {
                if (inCoord < 0.0) {
                  if (len <= 1.0) {
                    inCoord = 0.0;
                  } else {
                    float sz2 = 2.0 * len;
                    if (inCoord < sz2) {
                      inCoord = sz2 * float(int(float(-inCoord / sz2))) +
                      inCoord;
                    }
                    inCoord = inCoord < -len ? inCoord + sz2 : -inCoord - 1.0;
                  }
                } else if (inCoord > len - 1.0) {
                  if (len <= 1.0) {
                    inCoord = 0.0;
                  } else {
                    float sz2 = 2.0 * len;
                    inCoord -= sz2 * float(int(float(inCoord / sz2)));
                    if (inCoord >= len) {
                      inCoord = sz2 - inCoord - 1.0;
                    }
                  }
                }
                return clamp(inCoord, 0.0, len - 1.0);
              } else if (${p} == 3) {
                if (inCoord < 0.0) {
                  if (len <= 1.0) {
                    inCoord = 0.0;
                  } else {
                    float sz = len - 1.0;
                    inCoord += len * (float(int(float(-inCoord / sz))) + 1.0);
                  }
                } else if (inCoord > len - 1.0) {
                  if (len <= 1.0) {
                    inCoord = 0.0;
                  } else {
                    float sz = len - 1.0;
                    inCoord -= len * float(int(float(inCoord / sz)));
                  }
                }
                return clamp(inCoord, 0.0, len - 1.0);
              } else if (${p} == 4) {
                return clamp(outCoord, 0.0, len - 1.0);
              } else {
                return outCoord;
              }
            }

            float readWithFillValue(int batch, int coordY, int coordX,
              int channel) {
              float outputValue;
              if (0 <= coordY && coordY < ${e} && 0 <= coordX && coordX < ${t}) {
                  outputValue = getImage(batch, coordY, coordX, channel);
              } else {
                outputValue = float(${s});
              }
              return outputValue;
            }

            void main() {
              ivec4 coords = getOutputCoords();
              float outputValue;
              int batch = coords[0];
              int x = coords[2];
              int y = coords[1];
              int channel = coords[3];
              float xf = float(x);
              float yf = float(y);
              float a1 = getTransforms(batch, 0);
              float a2 = getTransforms(batch, 1);
              float a3 = getTransforms(batch, 2);
              float b1 = getTransforms(batch, 3);
              float b2 = getTransforms(batch, 4);
              float b3 = getTransforms(batch, 5);
              float c1 = getTransforms(batch, 6);
              float c2 = getTransforms(batch, 7);
              float projection = c1 * xf + c2 * yf + 1.0;
              if (projection == 0.0) {
                outputValue = float(${s});
              } else {
                float inX = (a1 * xf + a2 * yf + a3) / projection;
                float inY = (b1 * xf + b2 * yf + b3) / projection;
                float mapX = mapCoord(inX, float(${t}));
                float mapY = mapCoord(inY, float(${e}));

                if (${u} == 1) {
                  int coordY = int(round(mapY));
                  int coordX = int(round(mapX));
                  outputValue = readWithFillValue(batch, coordY, coordX,
                    channel);
                } else {
                  float yFloor = floor(mapY);
                  float xFloor = floor(mapX);
                  float yCeil = yFloor + 1.0;
                  float xCeil = xFloor + 1.0;
                  float valueYFloor = (xCeil - mapX) *
                  readWithFillValue(batch, int(yFloor), int(xFloor), channel) +
                  (mapX - xFloor) *
                  readWithFillValue(batch, int(yFloor), int(xCeil), channel);
                  float valueYCeil = (xCeil - mapX) *
                  readWithFillValue(batch, int(yCeil), int(xFloor), channel) +
                  (mapX - xFloor) *
                  readWithFillValue(batch, int(yCeil), int(xCeil), channel);
                  outputValue = (yCeil - mapY) * valueYFloor +
                  (mapY - yFloor) * valueYCeil;
                }
              }
              setOutput(outputValue);
            }
        `}};function aX(r){let{inputs:e,backend:t,attrs:n}=r,{image:o,transforms:s}=e,{interpolation:a,fillMode:u,fillValue:p,outputShape:i}=n,[l,c,m,f]=o.shape,[d,g]=i??[c,m],h=[l,d,g,f],x=new wd(c,m,a,u,p,h);return t.runWebGLProgram(x,[o,s],"float32")}var _D={kernelName:bs,backendName:"webgl",kernelFunc:aX};function iX(r){let{inputs:e,attrs:t,backend:n}=r,{axis:o}=t,{x:s}=e;Qr(s,"unique"),console.warn("WARNING: ","UI might be locked temporarily as data is being downloaded");let a=n.readSync(s.dataId),{outputValues:u,outputShape:p,indices:i}=L2(a,o,s.shape,s.dtype);return[n.makeTensorInfo(p,s.dtype,u),n.makeTensorInfo([i.length],"int32",i)]}var TD={kernelName:hi,backendName:"webgl",kernelFunc:iX};function uX(r){let{inputs:e,backend:t,attrs:n}=r,{value:o}=e,{axis:s}=n;s<0&&(s+=o.shape.length);let a=o,u=a.shape.length,p=o.shape[s],i=new Array(u-1),l=0;for(let g=0;g<u;g++)g!==s&&(i[l++]=a.shape[g]);let c=[],m=new Array(u).fill(0),f=a.shape.slice();f[s]=1;let d=new Array(p);for(let g=0;g<d.length;g++){m[s]=g;let h=Pr({inputs:{x:a},backend:t,attrs:{begin:m,size:f}}),x=B({inputs:{x:h},backend:t,attrs:{shape:i}});d[g]=x,c.push(h)}return c.forEach(g=>t.disposeIntermediateTensorInfo(g)),d}var kD={kernelName:gi,backendName:"webgl",kernelFunc:uX};var vd=class{constructor(e,t){this.variableNames=["x","segmentIds"];let n=e.windowSize,o=e.batchSize,s=e.inSize,a=e.numSegments,u=a*Math.ceil(s/n);this.outputShape=[o,u];let p="0.0",i="sumValue",l=Math.floor(n/4)*4,c=n%4,m=`
        sumValue += dot(values, segFilter);
    `,f="";s%n>0&&(f=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return initializationValue;
        }
      `);let d="";s%n>0&&(d=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return -1.0;
        }
      `),this.userCode=`
      const float initializationValue = ${p};

      float getValue(int batch, int inIdx) {
        ${f}
        return getX(batch, inIdx);
      }

      float getSegmentIdAtIndex(int inIdx) {
        ${d}
        return getSegmentIds(inIdx);
      }

      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = int(floor(float(outIdx) / float(
          ${a})) * float(${n}));
        int currentSeg = int(mod(float(outIdx), float(${a})));

        float sumValue = 0.0;

        for (int i = 0; i < ${l}; i += 4) {
          int inIdx = inOffset + i;
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            getValue(batch, inIdx + 3)
          );

          vec4 segFilter = vec4(
            int(getSegmentIdAtIndex(inIdx)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 1)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 2)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 3)) == currentSeg ? 1 : 0
          );

          ${m}
        }

        int inIdx = inOffset + ${l};
        if (${c===1}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            initializationValue,
            initializationValue,
            initializationValue
          );

          int inIdxSeg = int(getSegmentIdAtIndex(inIdx));

          vec4 segFilter = vec4(
            int(getSegmentIdAtIndex(inIdx)) == currentSeg ? 1 : 0,
            0,
            0,
            0
          );

          ${m}
        } else if (${c===2}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            initializationValue,
            initializationValue
          );

          vec4 segFilter = vec4(
            int(getSegmentIdAtIndex(inIdx)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 1)) == currentSeg ? 1 : 0,
              0,
              0
          );

          ${m}
        } else if (${c===3}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            initializationValue
          );

          vec4 segFilter = vec4(
            int(getSegmentIdAtIndex(inIdx)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 1)) == currentSeg ? 1 : 0,
            int(getSegmentIdAtIndex(inIdx + 2)) == currentSeg ? 1 : 0,
            0
          );

          ${m}
        }
        setOutput(${i});
      }
    `}};function pX(r){let{inputs:e,backend:t,attrs:n}=r,{x:o,segmentIds:s}=e,{numSegments:a}=n,u=o.shape.length,p=[],i=0,l=N.getAxesPermutation([i],u),c=o;l!=null&&(c=Pe({inputs:{x:o},backend:t,attrs:{perm:l}}),p.push(c),i=N.getInnerMostAxes(1,u)[0]);let m=N.segment_util.computeOutShape(c.shape,i,a),f=b.sizeFromShape([c.shape[i]]),d=B({inputs:{x:c},backend:t,attrs:{shape:[-1,f]}});p.push(d);let g=Ts(o.dtype),h=(T,E,A,R,O)=>{let M=T.shape[0],L=T.shape[1],U=N.segment_util.segOpComputeOptimalWindowSize(L,O),z={windowSize:U,inSize:L,batchSize:M,numSegments:O},J=new vd(z,E),ae=t.compileAndRun(J,[T,A],R);if(p.push(ae),ae.shape[1]===O)return ae;let ue=iw({backend:t,attrs:{start:0,stop:O,step:1,dtype:"float32"}}),Ee=uw({inputs:{x:ue},backend:t,attrs:{reps:[L/U]}});return p.push(ue),p.push(Ee),h(ae,E,Ee,R,O)},x=h(d,"unsortedSegmentSum",s,g,a),v=B({inputs:{x},backend:t,attrs:{shape:m}}),I=v;if(l!=null){p.push(v);let T=N.getUndoAxesPermutation(l);I=Pe({inputs:{x:I},backend:t,attrs:{perm:T}})}return p.forEach(T=>t.disposeIntermediateTensorInfo(T)),I}var ED={kernelName:Dl,backendName:"webgl",kernelFunc:pX};var lX=[c$,f$,d$,h$,x$,y$,b$,w$,I$,C$,N$,_$,T$,k$,E$,$$,A$,R$,D$,F$,O$,M$,L$,B$,V$,z$,q$,K$,t$,X$,Q$,Z$,J$,eA,tA,rA,nA,oA,sA,aA,pA,lA,cA,mA,fA,dA,hA,gA,xA,yA,bA,wA,vA,SA,IA,CA,_A,TA,kA,EA,AA,RA,DA,FA,OA,PA,MA,LA,BA,e$,VA,Y$,UA,WA,GA,r$,zA,HA,qA,KA,jA,XA,YA,QA,ZA,JA,tR,rR,nR,oR,sR,aR,uR,lR,cR,mR,fR,dR,bR,s$,wR,vR,SR,IR,U$,CR,TR,kR,ER,$R,n$,AR,RR,DR,FR,OR,W$,hR,PR,MR,LR,i$,BR,VR,UR,WR,GR,zR,HR,qR,KR,jR,XR,YR,QR,ZR,JR,eD,P$,yR,tD,rD,nD,oD,sD,aD,iD,uD,lD,cD,fD,dD,hD,gD,xD,yD,bD,xR,p$,wD,vD,SD,ID,ND,_D,l$,TD,kD,ED,NR];for(let r of lX)Ol(r);export{qe as dispose,$ as env,Px as getBackend,X0 as loadGraphModel,sO as memory,iO as ready,aO as setBackend,Jk as setWasmPaths,mt as tensor,ie as tidy};
