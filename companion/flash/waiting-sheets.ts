/**
 * A function for the device, as text: given the address of Storage's first byte, how many closed sheets of the ledger
 * nobody acknowledged. It reads the log as `firmware/ledger/records.ts` describes it; only the number leaves the device.
 */
export const COUNT_WAITING_SHEETS = `(function(b){
var f=require("Flash"),p=0,q=0,n=0,a=0,
w=function(o,l){return E.CRC32(f.read(l,b+o))==558161692};
[4096,8192].forEach(function(o){
var h=f.read(4,b+o),s=h[2]|h[3]<<8;
if(h[0]==5&&h[1]==2&&w(o,8)&&s>q){p=o;q=s}});
for(var o=p&&p+8;o%4096;){
var h=f.read(4,b+o),l=h[1]*4,z=l+(h[0]==2?4:0);
if(h[1]%255>1&&o%4096+z<=4096){
if(h[0]==2&&w(o,l)){var d=f.read(6,b+o+8);n=Math.max(n,d[0]|d[1]<<8);a=d[4]|d[5]<<8}
if(h[0]==3&&w(o,l))n=Math.max(n,h[2]|h[3]<<8);
o+=z}else o=(o|511)+1}
return n-a})`.replaceAll('\n', '');
